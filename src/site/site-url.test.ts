import { expect, it } from 'vitest'
import { createCommand } from '../cli/command.ts'
import { baseOption } from './build-options.ts'
import { readSiteUrl } from './site-url.ts'

it.each(['pradzia', '//other.example/', '/pradzia', ''])('refuses “%s” as --base', (given) => {
  const command = createCommand('npm run build', '').addOption(baseOption())
  expect(() => command.parse(['--base', given], { from: 'user' })).toThrow(
    'It takes a path with a slash at both ends',
  )
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
