import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../src/deck/language.ts'
import type { Item, Presentation, PresentationSlide, TextRun } from '../src/files/pptx/model.ts'
import { presentDeck } from '../src/files/pptx/present.ts'
import { writePptx } from '../src/files/pptx/write-pptx.ts'
import { useBrowser } from './browser.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { convert, measureDeck, type PlacedWord, readPdfWords, readWords } from './office.ts'
import { findInstallCommand } from './programs.ts'

const missing = findInstallCommand(['soffice', 'pdfinfo'])
if (missing !== undefined) console.warn(`Left out, for want of: ${missing}`)
/** As far as a word may be from where the browser has it, in pixels of a slide 1280 wide. */
const OFFSET = 12
const visit = useBrowser()

let folder = ''
/** By slide, as the browser and as LibreOffice have them; and with every text half as long again. */
const browser = new Map<string, PlacedWord[][]>()
const office = new Map<string, PlacedWord[][]>()
const longer = new Map<string, PlacedWord[][]>()
/** What the longer ones say, by slide. */
const longerTexts = new Map<string, string[]>()
beforeAll(async () => {
  if (missing !== undefined) return
  folder = await mkdtemp(path.join(tmpdir(), 'pptx-layout-'))
  const { page } = await visit()
  const files: string[] = []
  for (const language of LANGUAGES) {
    const slides = await measureDeck(page, deck, language)
    browser.set(language, await readWords(page))
    const presentation = presentDeck({ deck, language, slides, notes: false })
    const lengthened = lengthen(presentation)
    longerTexts.set(language, lengthened.slides.map(readSlide))
    for (const [name, one] of [
      [language, presentation],
      [`${language}-longer`, lengthened],
    ] as const) {
      const file = path.join(folder, `${name}.pptx`)
      await writeFile(file, await writePptx(one, undefined))
      files.push(file)
    }
  }
  await convert(folder, files)
  for (const language of LANGUAGES) {
    office.set(language, await readPdfWords(path.join(folder, `${language}.pdf`)))
    longer.set(language, await readPdfWords(path.join(folder, `${language}-longer.pdf`)))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.skipIf(missing !== undefined).each(LANGUAGES)(
  'the PowerPoint file in LibreOffice (%s)',
  (language) => {
    test('has each word on the line where the browser has it, in the same font, and no more than 12 px away', () => {
      const strays: string[] = []
      expect(office.get(language)).toHaveLength(Object.keys(deck.slides).length)
      expect(browser.get(language)).toHaveLength(Object.keys(deck.slides).length)
      for (const [index, words] of (browser.get(language) ?? []).entries()) {
        const left = [...(office.get(language)?.[index] ?? [])]
        for (const word of words) {
          const [nearest] = left
            .filter(({ text }) => isSame(text, word.text))
            .sort((a, b) => apart(a, word) - apart(b, word))
          if (nearest === undefined) strays.push(`slide ${index + 1}: ${word.text} is missing`)
          else {
            left.splice(left.indexOf(nearest), 1)
            const [x, y] = offset(nearest, word)
            // A line is at least as high as its type.
            const limit = Math.min(OFFSET, (word.bottom - word.top) / 2)
            if (Math.abs(x) > OFFSET || Math.abs(y) > limit) {
              strays.push(`slide ${index + 1}: ${word.text} is ${x.toFixed(1)}, ${y.toFixed(1)} px away`)
            }
          }
        }
      }
      expect(strays).toEqual([])
    })

    test('has every letter of longer texts', () => {
      const pages = longer.get(language)?.map((words) => countLetters(words.map(({ text }) => text).join('')))
      const missing = longerTexts.get(language)?.map((text, index) => {
        const found = pages?.[index] ?? new Map<string, number>()
        return [...countLetters(text)].filter(([letter, count]) => (found.get(letter) ?? 0) < count)
      })
      expect(missing).toEqual(Object.keys(deck.slides).map(() => []))
    })

    test.each([
      ['as it is', office],
      ['half as long again', longer],
    ])('has no text over another or over the slide’s edge, %s', (_name, pages) => {
      expect(pages.get(language)).toHaveLength(Object.keys(deck.slides).length)
      const faults = (pages.get(language) ?? []).flatMap((words, index) =>
        [...findOverlaps(words), ...findOver(words)].map((fault) => `slide ${index + 1}: ${fault}`),
      )
      expect(faults).toEqual([])
    })
  },
)

/** A word that breaks at the end of a line is found by its beginning. */
function isSame(part: string, word: string): boolean {
  return part === word || (part.length > 4 && word.startsWith(part))
}

function offset(one: PlacedWord, other: PlacedWord): [number, number] {
  return [one.left - other.left, (one.top + one.bottom - other.top - other.bottom) / 2]
}

function apart(one: PlacedWord, other: PlacedWord): number {
  return Math.hypot(...offset(one, other))
}

/** Letters without what rises above and hangs below them: those of close lines touch. */
function bodyOf({ left, top, right, bottom }: PlacedWord) {
  const height = bottom - top
  return { left: left + 1, right: right - 1, top: top + 0.35 * height, bottom: bottom - 0.25 * height }
}

function findOverlaps(words: readonly PlacedWord[]): string[] {
  return words.flatMap((word, index) => {
    const one = bodyOf(word)
    return words.slice(index + 1).flatMap((next) => {
      const other = bodyOf(next)
      const isOver =
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
      return isOver ? [`${word.text} is over ${next.text}`] : []
    })
  })
}

function findOver(words: readonly PlacedWord[]): string[] {
  return words
    .map((word) => ({ ...bodyOf(word), text: word.text }))
    .filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > 1280 || bottom > 720)
    .map(({ text }) => `${text} is over the edge`)
}

function readSlide({ titleRuns, items }: PresentationSlide): string {
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
  const runs = (all: readonly TextRun[]): TextRun[] => {
    const words = all
      .map(({ text }) => text)
      .join('')
      .split(' ')
    const more = words.slice(0, Math.ceil(words.length / 2)).join(' ')
    return all.map((run, index) => (index < all.length - 1 ? run : { ...run, text: `${run.text} ${more}` }))
  }
  const item = (one: Item): Item =>
    one.kind === 'text'
      ? {
          ...one,
          paragraphs: one.paragraphs.map((paragraph) => ({ ...paragraph, runs: runs(paragraph.runs) })),
        }
      : one
  return {
    ...presentation,
    slides: presentation.slides.map((slide) => ({
      ...slide,
      titleRuns: runs(slide.titleRuns),
      items: slide.items.map(item),
    })),
  }
}
