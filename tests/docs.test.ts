import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { KEYS as CONSOLE_KEYS } from '../src/console/page/keys.ts'
import { FORMATS } from '../src/files/formats/formats.ts'
import { LAYOUTS } from '../src/layouts/index.ts'
import { labelKey } from '../src/page/dialogs.ts'
import { KEYS as DECK_KEYS } from '../src/page/keys.ts'
import { BROWSERS } from '../vite.config.ts'

const ROOT = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const manifest: Record<
  'scripts' | 'dependencies' | 'devDependencies' | 'engines',
  Record<string, string>
> = JSON.parse(read('package.json'))

/** The pages, and the workflows, which name commands and paths too. */
const PAGES = ['.', 'docs', 'slides', '.github/workflows'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((name) => /\.(md|yml)$/.test(name))
    .map((name) => path.posix.join(folder, name)),
)
/** The project's own folders, where a page names a path from the root. */
const PATH = /(?<![\w./-])(?:src|tests|slides|scripts|docs|deploy|assets|\.github|\.ci)\/[\w./@-]*/g

/** The addresses of a page's headings, as GitHub makes them. */
function listAnchors(page: string): string[] {
  const headings = page.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.*)$/gm)
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** All code in a page, without its comments, which are in the page's language. */
function listCode(page: string): string[] {
  const blocks = [...page.matchAll(/^```\w*\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n'))
  const spans = page.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)
  const code = [...blocks, ...[...spans].map(([, span = '']) => span)]
  return [...new Set(code.map((line) => line.replace(/ +# .*$/, '')))].sort()
}

describe.each(PAGES)('%s', (file) => {
  const page = read(file)

  it('names only commands that exist', () => {
    for (const [, name = ''] of page.matchAll(/\bnpm run ([\w-]+(?::[\w-]+)*)/g))
      expect(manifest.scripts).toHaveProperty([name])
    for (const [, name = ''] of page.matchAll(/`npm (test|start)\b/g))
      expect(manifest.scripts).toHaveProperty([name])
  })

  it('names only paths that exist', () => {
    // The reader makes the copy, so it does not exist here.
    const paths = page.replace(/(cp -r \S+) \S+/g, '$1').match(PATH) ?? []
    expect(paths.filter((name) => !existsSync(path.join(ROOT, name.replace(/\.$/, ''))))).toEqual([])
  })

  it('links only to files and headings that exist', () => {
    const links = [...page.matchAll(/\]\((?!https?:|\$)([^)]+)\)/g)].map(([, link = '']) => link)
    for (const link of links) {
      const [target = '', anchor] = link.split('#')
      const found = target === '' ? file : path.posix.join(path.dirname(file), target)
      expect(existsSync(path.join(ROOT, found)), link).toBe(true)
      if (anchor !== undefined) expect(listAnchors(read(found)), link).toContain(anchor)
    }
  })
})

test('the README is short', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})

test.each(['speaker', 'attendee', 'staff'])('the guide “%s” says the same in both languages', (name) => {
  const halves = read(`docs/${name}.md`).split(/^(?=# )/m)
  expect(halves).toHaveLength(2)
  const [lithuanian = '', english = ''] = halves
  expect(listCode(lithuanian)).toEqual(listCode(english))
})

describe.each(read('docs/speaker.md').split(/^(?=# )/m))('the keys in the speaker’s guide', (half) => {
  const label = (key: string) => ({ ' ': 'Space', '-': '-' })[key] ?? labelKey(key)
  const listKeys = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, key]) => key)

  it('of the deck are those of its help sheet', () => {
    const rows =
      half
        .split(/^## .*/m)
        .at(-1)
        ?.matchAll(/^\| (`[^|]*)\|/gm) ?? []
    expect([...rows].map(([, cell = '']) => listKeys(cell))).toEqual(
      DECK_KEYS.map(({ keys }) => keys.map(label)),
    )
  })
  it('of the console are on its help sheet', () => {
    const sentence = /`T` .*?;/s.exec(half)?.[0] ?? ''
    const known = CONSOLE_KEYS.flatMap<string>(({ keys }) => keys).map(label)
    expect(listKeys(sentence).filter((key = '') => !known.includes(key))).toEqual([])
    // Those that only the console has, and the deck's table does not say.
    const table = DECK_KEYS.flatMap<string>(({ keys }) => keys).map(label)
    const own = known.filter((key) => !table.includes(key) && !/^[↓↑NP]$/.test(key))
    expect(own.filter((key) => !listKeys(sentence).includes(key))).toEqual([])
  })
})

test('docs/author.md shows every layout', () => {
  const rows = read('docs/author.md').matchAll(/^\| `(\w+)` /gm)
  expect([...rows].map(([, name]) => name)).toEqual(Object.keys(LAYOUTS))
})

test('docs/staff.md shows every format, in both languages', () => {
  const rows = read('docs/staff.md').matchAll(/^\| `(\w+)` /gm)
  expect([...rows].map(([, name]) => name)).toEqual([...FORMATS, ...FORMATS])
})

test('docs/browsers.md names the browsers that the deck is built for', () => {
  const rows = read('docs/browsers.md').matchAll(/^\| ([^|]+)\| ([\d.]+) +\|$/gm)
  const versions = Object.fromEntries([...rows].map(([, name = '', version]) => [name.trim(), version]))
  expect(versions).toEqual({
    'Chrome, Edge and all others on Chromium': BROWSERS.chrome,
    Firefox: BROWSERS.firefox,
    'Safari on a Mac': BROWSERS.safari,
    'Safari and every other browser on iPhone and iPad': BROWSERS.ios,
  })
})

test('docs/dependencies.md gives a reason for every package, and for no other', () => {
  const cells = [...read('docs/dependencies.md').matchAll(/^\| (`[^|]*)\|/gm)].map(([, cell = '']) => cell)
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(named.sort()).toEqual(installed.sort())
})

test('the oldest Node.js is the same everywhere', () => {
  const oldest = read('.nvmrc').trim()
  expect(manifest.engines).toEqual({ node: `>=${oldest}` })
  expect(read('.github/workflows/ci.yml')).toContain(`node: ["${oldest}", `)
  for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/speaker.md', 'docs/staff.md', 'docs/author.md'])
    expect(read(file)).toMatch(new RegExp(`(?<!\\d)${oldest.replace('.', '\\.')}(?!\\d)`))
})
