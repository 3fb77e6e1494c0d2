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
import { openPdf, type ReadPage, readPages, tidy } from './read-pdf.ts'
import { SOURCE_DATE_EPOCH, shareExport } from './share-export.ts'

const ids = Object.keys(deck.slides)
const slides = Object.values(deck.slides)

let exported = ''
let folder = ''
const fileOf = (language: Language) => path.join(exported, `${deck.fileName[language]}.pdf`)

beforeAll(async () => {
  exported = await shareExport()
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

  test('has one page a slide, 16:9, 13⅓ by 7½ inches', () => {
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      ids.map(() => [960, 540]),
    )
  })

  test('has one bookmark a slide, side by side, each leading to its page', async () => {
    const outline = await document.getOutline()
    expect(outline.map(({ title }) => title)).toEqual(slides.map(({ title }) => title[language]))
    expect(outline.flatMap(({ items }) => items)).toEqual([])
    expect(await Promise.all(outline.map(({ dest }) => pageOf(document, dest)))).toEqual([...ids.keys()])
  })

  test('opens at any slide by its id', async () => {
    const destinations = await document.getDestinations()
    expect(Object.keys(destinations).sort()).toEqual([...ids].sort())
    expect(await Promise.all(ids.map((id) => pageOf(document, id)))).toEqual([...ids.keys()])
  })

  test('has every slide with its title and its pictures in the structure tree', () => {
    for (const [index, { tags }] of pages.entries()) {
      const title = slides[index]?.title[language] ?? ''
      expect(tags.filter(({ type }) => /^H\d$/.test(type)).map(({ text }) => text)).toEqual([title])
      expect(tags.filter(({ type }) => type === 'Sect')).toHaveLength(1)
      for (const figure of tags.filter(({ type }) => type === 'Figure')) {
        expect(figure.alternative).not.toBe('')
      }
    }
  })

  test('has no structure type that a PDF 1.7 reader does not know', () => {
    const known = /^(Document|Sect|NonStruct|Div|P|H\d|L|LI|Lbl|LBody|Span|Link|Figure|BlockQuote)$/
    const types = new Set(pages.flatMap(({ tags }) => tags.map(({ type }) => type)))
    expect([...types].filter((type) => !known.test(type))).toEqual([])
  })

  test('gives back the talk letter for letter, in reading order', () => {
    for (const [index, blocks] of renderBlocks(language).entries()) {
      const tagged = pages[index]?.tags.find(({ type }) => type === 'Sect')?.text ?? ''
      expect(withoutSpace(tagged)).toBe(withoutSpace(blocks.join('')))
    }
  })

  test('keeps the words apart where a line breaks', () => {
    const torn = renderBlocks(language).flatMap((blocks, index) =>
      // An address may break anywhere its author wrote a slash or a hyphen.
      blocks.filter((block) => !block.includes('/') && !pages[index]?.text.includes(block)),
    )
    expect(torn).toEqual([])
  })

  test('has every link of the talk, and each says where it leads', () => {
    const html = renderSlides({ deck, language, logos: new Map() }).map(({ markup }) => markup)
    const wanted = html.flatMap((slide) =>
      [...slide.matchAll(/<a (?!class="anchor")[^>]*href="([^"]+)"/g)].map(([, url]) => url),
    )
    const links = pages.flatMap(({ links }) => links)
    expect(wanted).toHaveLength(5)
    expect(new Set(links.map(({ url }) => url))).toEqual(new Set(wanted))
    for (const { url, says } of links) {
      const readable = url?.replace(/^(https:\/\/(www\.)?|mailto:)/, '').replace(/\/$/, '')
      expect(says).toBe(readable)
    }
  })

  test('has one area a line of a link, not one a syllable', () => {
    expect(pages.flatMap(({ links }) => links).length).toBeLessThanOrEqual(8)
  })

  test('names its language, title, author and subject', async () => {
    expect((await document.getMetadata()).info).toMatchObject({
      Language: language,
      Title: deck.title[language],
      Author: deck.author,
      Subject: deck.description[language],
    })
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
  })

  test('embeds fonts of the two families and no others', async () => {
    const fonts = (await listDictionaries(bytes)).filter((dict) => name(dict, 'Type') === 'Font')
    const names = fonts.map((font) => name(font, 'BaseFont'))
    expect(names.length).toBeGreaterThan(2)
    expect(
      names.filter((font) => !/^[A-Z]{6}\+(BricolageGrotesque|InstrumentSans)-/.test(font ?? '')),
    ).toEqual([])
    const descriptors = (await listDictionaries(bytes)).filter(
      (dict) => name(dict, 'Type') === 'FontDescriptor',
    )
    expect(descriptors.length).toBeGreaterThan(2)
    for (const descriptor of descriptors) expect(descriptor.has(PDFName.of('FontFile2'))).toBe(true)
  })

  test('shows every slide in its last step: nothing on it is transparent', async () => {
    const states = (await listDictionaries(bytes)).flatMap((dict) =>
      ['ca', 'CA'].map((key) => dict.get(PDFName.of(key))).filter((value) => value instanceof PDFNumber),
    )
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
  const run = await runPdf(['--lang', 'en', '--out', out], { PUPPETEER_EXECUTABLE_PATH })
  expect(run.output).toMatch(/\.pdf +9 +\d+ KB/)
  expect(run.code).toBe(0)
  expect(await readdir(out)).toEqual([`${deck.fileName.en}.pdf`])
  expect(await readFile(path.join(out, `${deck.fileName.en}.pdf`))).toEqual(await readFile(fileOf('en')))
})

describe('when it cannot be done, the script says why, and fails', () => {
  test('an unknown language', async () => {
    const run = await runPdf(['--lang', 'lt,lv', '--out', folder])
    expect(run.code).toBe(2)
    expect(run.output).toMatch(/^option '--lang .* There is no "lv"; it takes lt, en\.\n$/)
  })

  test('a browser that is none', async () => {
    const { code, output } = await runPdf(['--quiet', '--out', path.join(folder, 'none')], {
      PUPPETEER_EXECUTABLE_PATH: path.join(folder, 'nonexistent'),
    })
    expect(code).toBe(1)
    expect(output).toContain('PUPPETEER_EXECUTABLE_PATH')
  })

  test.skipIf(process.platform === 'win32')('a browser that ends at once', async () => {
    const browser = path.join(folder, 'ends-at-once')
    await writeFile(browser, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const { code, output } = await runPdf(['--quiet', '--out', path.join(folder, 'none')], {
      PUPPETEER_EXECUTABLE_PATH: browser,
    })
    expect(code).toBe(1)
    expect(output).toContain(`${browser} did not start as a browser`)
    expect(output.trim().split('\n')).toHaveLength(1)
  })
})

/** Runs the script as `npm run pdf` does. */
async function runPdf(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const dated = { SOURCE_DATE_EPOCH, ...env }
  const { code, stdout, stderr } = await runExport({ script: 'pdf', args, env: dated })
  return { code, output: stderr + stdout }
}

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

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}

async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number> {
  const target = typeof dest === 'string' ? await document.getDestination(dest) : dest
  return Array.isArray(target) ? document.getPageIndex(target[0]) : -1
}

async function listDictionaries(bytes: Uint8Array): Promise<PDFDict[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object)
  return objects.filter((object) => object instanceof PDFDict)
}

function name(dict: PDFDict, key: string): string | undefined {
  return dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText()
}
