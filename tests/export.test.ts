import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import { useBrowser } from './browser.ts'
import { findDifference, readPicture } from './compare-pictures.ts'
import { copyProject } from './copy-project.ts'
import { listFiles, type Run, runExport } from './export-process.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { openPdf, type ReadPage, readPages } from './read-pdf.ts'
import { readText } from './read-text.ts'
import { SOURCE_DATE_EPOCH, shareExport } from './share-export.ts'
import { IDS, LINKS, normalise } from './talk.ts'

const HANDOUTS = {
  lt: 'Miesto-sodu-diena-dalomoji-medziaga.pdf',
  en: 'Garden-City-Day-handout.pdf',
} as const
const pictures = IDS.map((id, index) => `${String(index + 1).padStart(2, '0')}-${id}.png`)
/** What is in no file unless it is asked for: lines of the notes that the slides do not say. */
const notes = LANGUAGES.flatMap((language) =>
  Object.values(deck.slides).map(({ notes }) => normalise(notes[language].markdown.split('\n')[1] ?? '')),
)

const visit = useBrowser()

let folder = ''
/** Where the files of two checkouts are: all of them, and the Lithuanian ones. */
let first = ''
let second = ''
let run: Run
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'export-test-'))
  const checkout = path.join(folder, 'with a longer path, and ž')
  copyProject(checkout)
  second = path.join(checkout, 'out')
  const env = { SOURCE_DATE_EPOCH, SITE_URL: '' }
  ;({ folder: first, run } = await shareExport())
  const { code, stderr } = await runExport({ args: ['--lang', 'lt', '--quiet'], env, folder: checkout })
  expect(code, stderr).toBe(0)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const out = (name: string, from = first) => path.join(from, name)

test('one command makes every format in both languages; it says a line as each file begins, then a table', async () => {
  const wanted = LANGUAGES.flatMap((language) => {
    const name = deck.fileName[language]
    const shown = pictures.map((picture) => `${name}/${picture}`)
    return [`${name}.pdf`, HANDOUTS[language], `${name}.pptx`, `${name}.txt`, ...shown]
  })
  expect(await listFiles(first)).toEqual(wanted.sort())
  const begun = run.stderr.trim().split('\n')
  const [head, ...rows] = run.stdout.trim().split('\n')
  expect(begun).toHaveLength(wanted.length)
  expect(begun.filter((line) => !/^Making .+ …$/.test(line))).toEqual([])
  expect(head).toMatch(/^file +pages +size +seconds$/)
  expect(rows).toHaveLength(wanted.length)
})

test('two checkouts, in other places and from other times, give the same files, the same bytes, and the same pictures but for smoothed edges', async () => {
  const files = await listFiles(second)
  expect(files).toHaveLength(4 + pictures.length)
  for (const file of files.filter((name) => !name.endsWith('.png'))) {
    const [one, other] = await Promise.all([readFile(out(file)), readFile(out(file, second))])
    expect(Buffer.compare(one, other), file).toBe(0)
  }
  // A browser that is short of time may smooth the edges in a picture in another way: no more than that.
  const { page } = await visit()
  for (const file of files.filter((name) => name.endsWith('.png'))) {
    const both = await Promise.all([readPicture(out(file)), readPicture(out(file, second))])
    expect(await page.evaluate(findDifference, both), file).toBeLessThan(10)
  }
})

test('no file says where it was made, or the notes; pictures are 1920 × 1080', async () => {
  for (const file of await listFiles(first)) {
    const bytes = await readFile(out(file))
    expect(bytes.includes(inject('project')), file).toBe(false)
    if (file.endsWith('.png')) expect(readSize(bytes)).toEqual([1920, 1080])
    else {
      const text = await readText(out(file))
      expect(notes.filter((note) => text.includes(note))).toEqual([])
    }
  }
})

describe.each(LANGUAGES)('the handout (%s)', (language) => {
  let document: PDFDocumentProxy
  let pages: ReadPage[]
  beforeAll(async () => {
    document = await openPdf(await readFile(out(HANDOUTS[language])))
    pages = await readPages(document)
  })
  afterAll(() => document.destroy())

  test('is A4, upright, two slides a page, with the association’s name and the page’s number', () => {
    expect(pages.map(({ headings }) => headings.length)).toEqual([2, 2, 2, 2, 1])
    for (const [index, { size, text, tags }] of pages.entries()) {
      expect(size).toBe('595 × 842')
      expect(text).toContain(deck.association[language])
      expect(text).toContain(`${index + 1} / 5`)
      // Head and foot are the paper's, not the talk's.
      expect(tags.map((tag) => tag.text).join(' ')).not.toContain(`${index + 1} / 5`)
    }
  })

  test('has bookmarks that each lead to their own slide', async () => {
    const outline = await document.getOutline()
    expect(outline.map(({ dest }) => dest)).toEqual(IDS)
    for (const [index, id] of IDS.entries()) {
      const [page, fit, top] = (await document.getDestination(id)) ?? []
      expect(await document.getPageIndex(page)).toBe(Math.floor(index / 2))
      // The last is alone on its page.
      expect(fit.name).toBe(index === IDS.length - 1 ? 'Fit' : 'FitH')
      // In tenths of an A4 page: the first slide begins near its top, the second about in its middle.
      if (fit.name === 'FitH') expect(Math.round((10 * top) / 842)).toBe(index % 2 === 0 ? 9 : 5)
    }
  })

  test('has every source in full, and linked', () => {
    const text = pages.map((page) => page.text.replaceAll(' ', '')).join('')
    for (const link of LINKS.filter((link) => !/mailto|linkedin/.test(link))) expect(text).toContain(link)
    expect(new Set(pages.flatMap(({ links }) => links.map(({ url }) => url)))).toEqual(new Set(LINKS))
  })
})

test('some slides, every step, half as large', async () => {
  const out = path.join(folder, 'some')
  const args = '--lang en --format pdf,png,txt --slides 1-2,zygis --steps all --scale 0.5 --out'.split(' ')
  const { code, stderr } = await runExport({ args: [...args, out] })
  expect(code, stderr).toBe(0)
  const steps = ['01-pradzia-0', '02-sodai-0', '02-sodai-1', '02-sodai-2']
  steps.push(...[0, 1, 2, 3].map((step) => `08-zygis-${step}`))
  expect(await listFiles(out)).toEqual(
    [
      ...steps.map((step) => `Garden-City-Day/${step}.png`),
      'Garden-City-Day.pdf',
      'Garden-City-Day.txt',
    ].sort(),
  )
  expect(readSize(await readFile(path.join(out, 'Garden-City-Day', '08-zygis-3.png')))).toEqual([960, 540])
  const document = await openPdf(await readFile(path.join(out, 'Garden-City-Day.pdf')))
  const labels = ['1.0', '2.0', '2.1', '2.2', '8.0', '8.1', '8.2', '8.3']
  expect(await document.getPageLabels()).toEqual(labels)
  await document.destroy()
})

/** A PNG's width and height. */
function readSize(png: Buffer): [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
