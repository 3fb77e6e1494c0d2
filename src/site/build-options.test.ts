import { expect, it } from 'vitest'
import { parseBuildOptions } from './build-options.ts'
import { readSiteUrl } from './site-url.ts'

it('builds into dist, offline and without downloads, unless told otherwise', () => {
  expect(parseBuildOptions([])).toEqual({ folder: 'dist', withDownloads: false, offline: true, help: false })
  expect(parseBuildOptions(['--with-downloads', '--base', '/a/b/', '--out', 'x', '--no-offline'])).toEqual({
    folder: 'x',
    base: '/a/b/',
    withDownloads: true,
    offline: false,
    help: false,
  })
})

it.each([
  [['--bases', '/x/'], 'there is no option "--bases"; the options are'],
  [['x'], 'there is no option "x"'],
  [['--base'], '--base is ""; it takes a path with a slash at both ends'],
  [['--base', 'pradzia'], '--base is "pradzia"; it takes a path'],
  [['--base', '//other.example/'], '--base is "//other.example/"'],
  [['--out'], '--out takes a folder'],
  [['--with-downloads=yes'], '--with-downloads takes no value'],
])('refuses %j in one line', (args, message) => {
  expect(() => parseBuildOptions(args)).toThrow(message)
})

it.each([
  [undefined, undefined],
  ['', undefined],
  ['https://talk.example', 'https://talk.example/'],
  ['https://talk.example/pradzia', 'https://talk.example/pradzia/'],
  ['http://localhost:1/a/', 'http://localhost:1/a/'],
])('reads SITE_URL %s as %s', (given, read) => {
  expect(readSiteUrl(given === undefined ? {} : { SITE_URL: given })).toBe(read)
})

it.each([
  'talk.example',
  '/pradzia/',
  'ftp://talk.example/',
  'https://talk.example/?a',
  'https://a.example/#b',
])('refuses %s as SITE_URL', (given) => {
  expect(() => readSiteUrl({ SITE_URL: given })).toThrow(`SITE_URL is "${given}"; it takes the site's whole`)
})
