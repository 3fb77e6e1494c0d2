import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { tsImport } from 'tsx/esm/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { findTalk } from '../scripts/load-talk.ts'
import type { Deck, Talk } from '../src/deck/deck.ts'
import { LANGUAGES } from '../src/deck/language.ts'
import { html } from '../src/markup/html.ts'
import { checkTalk } from '../src/site/check-talk.ts'
import { composeSite } from '../src/site/compose.ts'
import { composeSingle } from '../src/site/compose-single.ts'
import { copyProject, editFile } from './copy-project.ts'
import { runExport } from './export-process.ts'
import { readPdf } from './read-pdf.ts'
import { SAMPLE } from './sample-talk.ts'

/** What the sample talk says without the edits. */
const { clusters, companies } = SAMPLE.deck.network

let project = ''
beforeAll(() => {
  project = copyProject()
})
afterAll(() => rmSync(project, { recursive: true }))

/** The two edits. */
function edit(gardens: number, beds: number): void {
  const facts = path.join(project, 'slides/sample/facts.ts')
  const source = readFileSync(facts, 'utf8')
  const edited = source
    .replace(/gardens = \d+/, `gardens = ${gardens}`)
    .replace(/beds = \d+/, `beds = ${beds}`)
  writeFileSync(facts, edited)
}

/** A module of the project as it is written now. */
const load = (file: string) => tsImport(pathToFileURL(path.join(project, file)).href, import.meta.url)

async function loadTalk(): Promise<Talk> {
  const { default: deck }: { default: Deck } = await load('slides/sample/deck.ts')
  return checkTalk(SAMPLE.folder, deck)
}

test('two edits change every page and every file that is handed on', async () => {
  edit(13, 151)
  const out = (name: string) => readFileSync(path.join(project, name))
  const [talk, exported] = await Promise.all([
    loadTalk(),
    runExport({ args: ['--notes', '--format', 'pdf,handout,pptx,txt'], folder: project }),
  ])
  expect(exported.code, exported.stderr).toBe(0)
  // The player's script is the same for every talk.
  const single = await composeSingle(talk, '')
  const { pages } = await composeSite({ talk, styles: html`` })
  for (const language of LANGUAGES) {
    const name = SAMPLE.deck.fileName[language]
    const handout = { lt: `${name}-dalomoji-medziaga`, en: `${name}-handout` }[language]
    const pdfs = [out(`out/${name}.pdf`), out(`out/${handout}.pdf`)].map(async (bytes) => {
      const pages = await readPdf(bytes)
      return pages.map(({ text }) => text).join(' ')
    })
    const pptx = Object.entries(unzipSync(out(`out/${name}.pptx`))).filter(([part]) =>
      /slide\d+\.xml$/i.test(part),
    )
    const texts = {
      pdf: await pdfs[0],
      handout: await pdfs[1],
      pptx: pptx
        .flatMap(([, part]) => [...strFromU8(part).matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text))
        .join(' '),
      txt: out(`out/${name}.txt`).toString(),
      site: pages.find((page) => page.language === language)?.html,
      single: single.find((file) => file.name === `${name}.html`)?.bytes.toString(),
    }
    for (const [where, text = ''] of Object.entries(texts)) {
      const words = text.replace(/<(svg|script|style)\b.*?<\/\1>/gs, '')
      for (const now of [13, 151]) expect(words, where).toMatch(new RegExp(`(?<![\\d.-])${now}(?![\\d.-])`))
      const before = new RegExp(
        `(?<![\\d.=#"-])(${clusters}|${companies})(?= (miesto|žal|sod|lysv|city|green|garden|bed))`,
      )
      expect(words, where).not.toMatch(before)
    }
  }
})

test('a command takes the talk that it is given, not the first', async () => {
  cpSync(path.join(project, 'slides/sample'), path.join(project, 'slides/other'), { recursive: true })
  editFile(path.join(project, 'slides/index.ts'), "['sample']", "['sample', 'other']")
  const deck = path.join(project, 'slides/other/deck.ts')
  writeFileSync(deck, readFileSync(deck, 'utf8').replaceAll('Garden-City-Day', 'Other-Day'))
  const { findTalk: findHere }: { findTalk: typeof findTalk } = await load('scripts/load-talk.ts')
  expect(await findHere('other').load()).toMatchObject({
    folder: 'slides/other',
    deck: { fileName: { en: 'Other-Day' } },
  })
})
