import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import { sizeOf } from '../src/files/pptx/metrics.ts'
import type { Item, Presentation, TextRun } from '../src/files/pptx/model.ts'
import { presentDeck } from '../src/files/pptx/present.ts'
import { writePptx } from '../src/files/pptx/write-pptx.ts'
import type { MeasuredSlide } from '../src/measured/measured-slide.ts'
import { useBrowser } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { convert, measureDeck, type PlacedWord, readPdfWords } from './office.ts'
import { findInstallCommand } from './programs.ts'

const missing = findInstallCommand(['soffice', 'pdfinfo'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)
/** As far as a line's ends may be from where the browser has them, in pixels of a slide 1280 wide. */
const OFFSET = 12
/** From a baseline up to the middle of Arial's letters, as a multiple of the font size. */
const MIDDLE = 0.35
const visit = useBrowser()

/** What a slide says, and where LibreOffice has its words. */
interface Shown {
  readonly text: string
  readonly words: readonly PlacedWord[]
}
let folder = ''
const measured = new Map<string, readonly MeasuredSlide[]>()
/** The slides in each language as they are, and with every text half as long again. */
const plain = new Map<string, Shown[]>()
const longer = new Map<string, Shown[]>()
beforeAll(async () => {
  if (missing !== undefined) return
  folder = await mkdtemp(path.join(tmpdir(), 'pptx-layout-'))
  const { page } = await visit()
  const files: { file: string; texts: string[]; keep: (shown: Shown[]) => void }[] = []
  for (const language of LANGUAGES) {
    const slides = await measureDeck(page, deck, language)
    measured.set(language, slides)
    const presentation = presentDeck({ deck, language, slides, notes: false })
    for (const [kind, one, all] of [
      ['plain', presentation, plain],
      ['longer', lengthen(presentation), longer],
    ] as const) {
      const file = path.join(folder, `${language}-${kind}.pptx`)
      await writeFile(file, await writePptx(one, undefined))
      files.push({ file, texts: one.slides.map(readSlide), keep: (shown) => all.set(language, shown) })
    }
  }
  await convert(
    folder,
    files.map(({ file }) => file),
  )
  for (const { file, texts, keep } of files) {
    const pages = await readPdfWords(file.replace('.pptx', '.pdf'))
    expect(pages).toHaveLength(texts.length)
    keep(texts.map((text, index) => ({ text, words: pages[index] ?? [] })))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.skipIf(missing !== undefined).each(LANGUAGES)(
  'the PowerPoint file in LibreOffice (%s)',
  (language) => {
    test('has each line begin and end where the browser has it, no more than 12 px away', () => {
      const strays = (measured.get(language) ?? []).flatMap(({ id, items }, index) => {
        const words = plain.get(language)?.[index]?.words ?? []
        const paragraphs = items.filter((item) => item.kind === 'paragraph')
        return paragraphs.flatMap(({ lines, runs, leading, source }) =>
          lines.flatMap(({ left, right, baseline }) => {
            const y = baseline - MIDDLE * Math.max(...runs.map(sizeOf))
            // A line is at least as high as its type.
            const onLine = words.filter(
              ({ top, bottom }) => Math.abs((top + bottom) / 2 - y) < Math.min(OFFSET, leading / 2),
            )
            const isLine =
              onLine.some((word) => Math.abs(word.left - left) < OFFSET) &&
              onLine.some((word) => Math.abs(word.right - right) < OFFSET)
            return isLine ? [] : [`${id}: ${source.map(({ text }) => text).join('')} at ${left}, ${baseline}`]
          }),
        )
      })
      expect(measured.get(language)).toHaveLength(Object.keys(deck.slides).length)
      expect(strays).toEqual([])
    })

    test.each([
      ['as it is', plain],
      ['half as long again', longer],
    ])('has every letter, and no text over another or over the slide’s edge, %s', (_name, shown) => {
      expect(shown.get(language)).toHaveLength(Object.keys(deck.slides).length)
      for (const { text, words } of shown.get(language) ?? []) {
        const found = countLetters(words.map((word) => word.text).join(''))
        const lost = [...countLetters(text)].filter(([letter, count]) => (found.get(letter) ?? 0) < count)
        expect(lost, text).toEqual([])
        expect(findOver(words)).toEqual([])
      }
    })
  },
)

/** Words over others or over the edge. What rises above or hangs below the letters of close lines may touch. */
function findOver(words: readonly PlacedWord[]): string[] {
  const bodies = words.map(({ text, left, top, right, bottom }) => {
    const height = bottom - top
    return {
      text,
      left: left + 1,
      right: right - 1,
      top: top + 0.35 * height,
      bottom: bottom - 0.25 * height,
    }
  })
  return bodies.flatMap((one, index) => {
    const isOut = one.left < 0 || one.top < 0 || one.right > 1280 || one.bottom > 720
    const covered = bodies
      .slice(index + 1)
      .filter(({ left, right }) => one.left < right && left < one.right)
      .filter(({ top, bottom }) => one.top < bottom && top < one.bottom)
    return [
      ...(isOut ? [`${one.text} is over the edge`] : []),
      ...covered.map(({ text }) => `${one.text} is over ${text}`),
    ]
  })
}

function readSlide({ titleRuns, items }: Presentation['slides'][number]): string {
  const texts = items.flatMap((item) => (item.kind === 'text' ? item.paragraphs : []))
  return [...titleRuns, ...texts.flatMap(({ runs }) => runs)].map(({ text }) => text).join('')
}

/** Lines may end within words, so these cannot be counted. */
function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** As if somebody wrote more: each box's text, and half of it again; its place stays. */
function lengthen(presentation: Presentation): Presentation {
  const addHalf = (runs: readonly TextRun[]) => {
    const words = runs
      .flatMap(({ text }) => text)
      .join('')
      .split(' ')
    const more = words.slice(0, Math.ceil(words.length / 2)).join(' ')
    return runs.map((run, index) => (index < runs.length - 1 ? run : { ...run, text: `${run.text} ${more}` }))
  }
  const lengthenItem = (item: Item): Item => {
    if (item.kind !== 'text') return item
    return { ...item, paragraphs: item.paragraphs.map((one) => ({ ...one, runs: addHalf(one.runs) })) }
  }
  const slides = presentation.slides.map((slide) => {
    return { ...slide, titleRuns: addHalf(slide.titleRuns), items: slide.items.map(lengthenItem) }
  })
  return { ...presentation, slides }
}
