import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findTalk } from '../scripts/load-talk.ts'
import { TALKS } from '../slides/index.ts'
import { LANGUAGES } from '../src/deck/language.ts'

const ROOT = path.join(import.meta.dirname, '..')

const listFiles = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))

/** All code but the talks: the engine, its commands and its tests. */
const FILES = [
  'vite.config.ts',
  'vitest.config.ts',
  'package.json',
  'biome.json',
  'tsconfig.shared.json',
  'tsconfig.node.json',
  ...['src', 'scripts', 'tests', '.github', '.ci', 'deploy'].flatMap(listFiles),
  // A new talk is a copy of it.
].filter((file) => !file.startsWith('src/new-talk/template/'))

it('no two talks write the same file', async () => {
  const decks = await Promise.all(TALKS.map(async (talk) => (await findTalk(talk).load()).deck))
  const names = decks.flatMap(({ fileName }) => Object.values(fileName))
  expect(names).toEqual([...new Set(names)])
})

/** A small number may mean anything. */
const isTelling = (figure: number) => figure > 20

/** A slide's address is named in quotes, after a hash, in a path or alone in a comment. */
it.each(TALKS)('only the folder of “%s” names its slides, its figures or its words', async (talk) => {
  const { deck } = await findTalk(talk).load()
  const names = [
    // A year alone may mean anything.
    ...(/^\d+$/.test(talk) ? [] : [talk]),
    ...Object.keys(deck.slides),
    ...Object.values(deck.network).filter(isTelling).map(String),
    ...LANGUAGES.flatMap((language) => [deck.title[language], deck.fileName[language]]),
    deck.author,
  ]
  const pattern = new RegExp(`(?<![\\w.-])(${names.join('|')})(?![\\w-])`, 'g')
  const found = FILES.flatMap((file) => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n')
    return lines.flatMap((line, index) =>
      [...line.matchAll(pattern)].map(([name]) => `${file}:${index + 1} ${name}`),
    )
  })
  expect(found).toEqual([])
})
