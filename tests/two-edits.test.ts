import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deck, Talk } from '../src/deck/deck.ts'
import { html } from '../src/markup/html.ts'
import { checkTalk } from '../src/site/check-talk.ts'
import { composeSite } from '../src/site/compose.ts'
import { composeSingle } from '../src/site/compose-single.ts'
import { copyProject, editFile, importFrom } from './copy-project.ts'
import { runExport } from './export-process.ts'
import { readText } from './read-text.ts'
import { SAMPLE } from './sample-talk.ts'
import { normalise } from './talk.ts'

/** What the sample talk says without the edits. */
const { clusters, companies } = SAMPLE.deck.network
/** The parts of a presentation that its audience sees. */
const SLIDES = /slide\d+\.xml$/i

let project = ''

async function loadTalk(): Promise<Talk> {
  const { default: deck }: { default: Deck } = await importFrom(project, 'slides/sample/deck.ts')
  return checkTalk(SAMPLE.folder, deck)
}

/** The talk as it is edited, and its files in Lithuanian, with the notes. */
let talk: Talk
const name = SAMPLE.deck.fileName.lt
const files = {
  pdf: `${name}.pdf`,
  handout: `${name}-dalomoji-medziaga.pdf`,
  pptx: `${name}.pptx`,
  txt: `${name}.txt`,
}
const read = (file: string, parts?: RegExp) => readText(path.join(project, 'out', file), parts)
beforeAll(async () => {
  project = copyProject()
  const facts = path.join(project, 'slides/sample/facts.ts')
  editFile(facts, `gardens = ${clusters}`, 'gardens = 13')
  editFile(facts, `beds = ${companies}`, 'beds = 151')
  talk = await loadTalk()
  const args = ['--notes', '--lang', 'lt', '--format', 'pdf,handout,pptx,txt', '--quiet']
  expect(await runExport({ args, folder: project })).toEqual({ code: 0, stdout: '', stderr: '' })
})
afterAll(() => rmSync(project, { recursive: true }))

test('two edits change every page and every file that is handed on', async () => {
  // The player's script is the same for every talk.
  const { pages } = await composeSite({ talk, styles: html`` })
  const single = await composeSingle(talk, '')
  const texts: Record<string, string> = {
    ...Object.fromEntries(
      await Promise.all(Object.values(files).map(async (file) => [file, await read(file, SLIDES)] as const)),
    ),
    ...Object.fromEntries(pages.map((page) => [page.name, page.html])),
    ...Object.fromEntries(single.map((file) => [file.name, file.bytes.toString()])),
  }
  expect(Object.keys(texts)).toHaveLength(8)
  for (const [where, text] of Object.entries(texts)) {
    const words = text.replace(/<(svg|script|style)\b.*?<\/\1>/gs, '').replace(/<\/?[ap]:[^>]*>/g, ' ')
    for (const now of [13, 151]) expect(words, where).toMatch(new RegExp(`(?<![\\d.-])${now}(?![\\d.-])`))
    const before = new RegExp(
      `(?<![\\d.=#"-])(${clusters}|${companies})(?= (miesto|žal|sod|lysv|city|green|garden|bed))`,
    )
    expect(words, where).not.toMatch(before)
  }
})

test('--notes puts the notes into handout, PowerPoint and text, and never into the slides', async () => {
  // Lines of the notes that the slides do not say.
  const notes = Object.values(SAMPLE.deck.slides).map(({ notes }) =>
    normalise(notes.lt.markdown.split('\n')[1] ?? ''),
  )
  for (const file of Object.values(files)) {
    const text = await read(file)
    const found = notes.filter((note) => text.includes(note))
    expect(found, file).toEqual(file === files.pdf ? [] : notes)
  }
})

test('a command takes the talk that it is given, not the first', async () => {
  cpSync(path.join(project, 'slides/sample'), path.join(project, 'slides/other'), { recursive: true })
  editFile(path.join(project, 'slides/index.ts'), "['sample']", "['sample', 'other']")
  const deck = path.join(project, 'slides/other/deck.ts')
  writeFileSync(deck, readFileSync(deck, 'utf8').replaceAll('Garden-City-Day', 'Other-Day'))
  const loader = 'scripts/load-talk.ts'
  const { findTalk }: typeof import('../scripts/load-talk.ts') = await importFrom(project, loader)
  expect(await findTalk('other').load()).toMatchObject({
    folder: 'slides/other',
    deck: { fileName: { en: 'Other-Day' } },
  })
})
