import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getBrowser } from '../src/browser/get-browser.ts'
import { LANGUAGES, type Language } from '../src/deck/language.ts'
import { renderSlides } from '../src/page/render-slide.ts'
import { runExport } from './export-process.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { openPdf, type ReadPage, readPages } from './read-pdf.ts'
import { SOURCE_DATE_EPOCH, shareExport } from './share-export.ts'
import { IDS, LINKS, TITLES } from './talk.ts'
import { tidy } from './tidy.ts'

let exported = ''
let folder = ''
const fileOf = (language: Language) => path.join(exported, `${deck.fileName[language]}.pdf`)

beforeAll(async () => {
  exported = (await shareExport()).folder
  folder = await mkdtemp(path.join(tmpdir(), 'pdf-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(LANGUAGES)('the PDF in %s', (language) => {
  let bytes: Uint8Array
  let document: PDFDocumentProxy
  let pages: ReadPage[]
  beforeAll(async () => {
    bytes = await readFile(fileOf(language))
    document = await openPdf(bytes)
    pages = await readPages(document)
  })
  afterAll(() => document.destroy())

  test('has one page a slide, 13⅓ by 7½ inches, with its title in the structure tree', () => {
    expect(pages.map(({ size }) => size)).toEqual(IDS.map(() => '960 × 540'))
    expect(pages.map(({ headings }) => headings)).toEqual(TITLES[language].map((title) => [title]))
  })

  test('has one bookmark a slide, side by side, each leading to its page', async () => {
    const outline = await document.getOutline()
    expect(outline.map(({ title }) => title)).toEqual(TITLES[language])
    expect(outline.flatMap(({ items }) => items)).toEqual([])
    expect(await Promise.all(outline.map(({ dest }) => pageOf(document, dest)))).toEqual([...IDS.keys()])
  })

  test('opens at any slide by its id', async () => {
    const destinations = await document.getDestinations()
    expect(Object.keys(destinations).sort()).toEqual([...IDS].sort())
    expect(await Promise.all(IDS.map((id) => pageOf(document, id)))).toEqual([...IDS.keys()])
  })

  test('gives back the talk letter for letter, in reading order, and its words apart where a line breaks', () => {
    const squeeze = (text: string) => text.replace(/\s/g, '')
    for (const [index, blocks] of renderBlocks(language).entries()) {
      const { tags = [], text = '' } = pages[index] ?? {}
      const tagged = tags.find(({ type }) => type === 'Sect')?.text ?? ''
      expect(squeeze(tagged)).toBe(squeeze(blocks.join('')))
      // An address may break anywhere its author wrote a slash or a hyphen.
      expect(blocks.filter((block) => !block.includes('/') && !text.includes(block))).toEqual([])
    }
  })

  test('has every link of the talk, with one area a line, and each says where it leads', () => {
    const links = pages.flatMap(({ links }) => links)
    expect(new Set(links.map(({ url }) => url))).toEqual(new Set(LINKS))
    expect(links.length).toBeLessThanOrEqual(8)
    for (const { url, says } of links) {
      expect(says).toBe(url?.replace(/^(https:\/\/(www\.)?|mailto:)/, '').replace(/\/$/, ''))
    }
  })

  test('embeds fonts of the two families and no others, and shows nothing transparent', async () => {
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
    const objects = context.enumerateIndirectObjects().map(([, object]) => object)
    const dictionaries = objects.filter((object) => object instanceof PDFDict)
    const name = (dict: PDFDict, key: string) => dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText()
    const fonts = dictionaries.filter((dict) => name(dict, 'Type') === 'Font')
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts)
      expect(name(font, 'BaseFont')).toMatch(/^[A-Z]{6}\+(BricolageGrotesque|InstrumentSans)-/)
    const states = dictionaries
      .flatMap((dict) => ['ca', 'CA'].map((key) => dict.get(PDFName.of(key))))
      .filter((value) => value instanceof PDFNumber)
    expect(states.length).toBeGreaterThan(0)
    for (const state of states) expect(state.asNumber()).toBeGreaterThan(0)
  })

  test('is small', () => {
    expect(bytes.length).toBeLessThanOrEqual(120_000)
  })
})

test('one language alone, from a browser of the other kind where there are both, has the same bytes', async () => {
  const out = path.join(folder, 'one')
  const PUPPETEER_EXECUTABLE_PATH = await getBrowser(() => {})
  const env = { SOURCE_DATE_EPOCH, PUPPETEER_EXECUTABLE_PATH }
  const run = await runExport({ script: 'pdf', args: ['--lang', 'en', '--out', out], env })
  expect(run.stdout).toMatch(/\.pdf +9 +\d+ KB/)
  expect(run.code).toBe(0)
  expect(await readdir(out)).toEqual([`${deck.fileName.en}.pdf`])
  expect(await readFile(path.join(out, `${deck.fileName.en}.pdf`))).toEqual(await readFile(fileOf('en')))
})

test.skipIf(process.platform === 'win32')('a browser that ends at once is named in one line', async () => {
  const browser = path.join(folder, 'ends-at-once')
  await writeFile(browser, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const args = ['--quiet', '--out', path.join(folder, 'none')]
  const env = { PUPPETEER_EXECUTABLE_PATH: browser }
  const { code, stderr, stdout } = await runExport({ script: 'pdf', args, env })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^.*ends-at-once did not start as a browser.*\n$/)
})

/** The slides' visible text, block by block, as the renderer writes it and the styles capitalise it. */
function renderBlocks(language: Language): string[][] {
  return renderSlides({ deck, language, logos: new Map() }).map(({ markup }) =>
    markup
      .replace(/<(svg|p class="foot")[^>]*>.*?<\/(svg|p)>/gs, '')
      .replace(/(?<=data-capitals>)[^<]*/g, (words) => words.toLocaleUpperCase(language))
      .split(/<\/?(?!(?:strong|em|b|a|wbr)\b)[^>]*>/i)
      .map((block) =>
        tidy(
          block
            .replace(/<[^>]*>/g, '')
            .replace(/&#39;/g, "'")
            .replace(/&amp;/g, '&'),
        ),
      )
      .filter((block) => block !== ''),
  )
}

async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number> {
  const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
  return Array.isArray(target) ? document.getPageIndex(target[0]) : -1
}
