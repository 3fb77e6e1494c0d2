import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'puppeteer-core'
import { installInPage } from '../src/browser/in-page-script.ts'
import { showPage } from '../src/browser/show-page.ts'
import type { Deck } from '../src/deck/deck.ts'
import type { Language } from '../src/deck/language.ts'
import {
  composeDocument,
  type Draft,
  draftSlides,
  prepareOfficeStyles,
  prepareStyles,
} from '../src/files/documents.ts'
import { takeFrames } from '../src/files/frames.ts'
import type { MeasuredSlide, Rectangle } from '../src/measured/measured-slide.ts'
import { renderSlides } from '../src/page/render-slide.ts'
import { ROOT } from './copy-project.ts'

const run = promisify(execFile)

/** Fonts of pdf.js, one of which has Arial's widths. */
const FONTS = path.join(ROOT, 'node_modules', 'pdfjs-dist', 'standard_fonts')

/** A word and its position, in CSS pixels of the slide. */
export interface PlacedWord extends Rectangle {
  readonly text: string
}

/** Shows a deck's slides as the export measures them for native objects, and returns the measurements. */
export async function measureDeck(
  page: Page,
  deck: Deck,
  language: Language,
): Promise<readonly MeasuredSlide[]> {
  const draft = draftDeck(deck, language)
  const { html } = composeDocument(
    draft,
    await prepareOfficeStyles(await prepareStyles(deck, [draft]), [draft]),
  )
  return measureHtml(page, html)
}

/** Prints a deck's slides in their last step, as the browser does before the PDF is finished. */
export async function printDeck(page: Page, deck: Deck, language: Language): Promise<Uint8Array> {
  const draft = draftDeck(deck, language)
  const { html } = composeDocument(draft, await prepareStyles(deck, [draft]))
  await showPage(page, html)
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
}

function draftDeck(deck: Deck, language: Language): Draft {
  const markup = renderSlides({ deck, language, logos: new Map() })
  const frames = takeFrames({ deck, language, markup, slides: Object.keys(deck.slides), steps: 'last' })
  return draftSlides({ deck, language, frames })
}

/** The same for any document with slides. */
export async function measureHtml(page: Page, html: string): Promise<readonly MeasuredSlide[]> {
  await page.emulateMediaType('print')
  await showPage(page, html)
  const ask = await installInPage(page)
  return ask('measureSlides')
}

/**
 * Converts presentations to PDFs beside them, as LibreOffice shows them. Makes Arial's widths available on
 * any machine.
 */
export async function convert(folder: string, files: readonly string[]): Promise<void> {
  const conf = path.join(folder, 'fonts.conf')
  await mkdir(folder, { recursive: true })
  await writeFile(
    conf,
    `<?xml version="1.0"?><fontconfig><dir>${FONTS}</dir><cachedir>${folder}/fonts</cachedir>
<alias binding="same"><family>Arial</family><prefer><family>Liberation Sans</family></prefer></alias></fontconfig>`,
  )
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder]
  await run('soffice', [...args, ...files], { env: { ...process.env, FONTCONFIG_FILE: conf } })
}

/** The words on each page of a PDF. */
export async function readPdfWords(file: string): Promise<PlacedWord[][]> {
  const { stdout } = await run('pdftotext', ['-bbox', '-enc', 'UTF-8', file, '-'], { maxBuffer: 2 ** 26 })
  const pages = stdout.split('<page ').slice(1)
  return pages.map((page) => {
    const words = page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)
    return joinPieces(
      [...words].map(([, ...found]) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = found
          .slice(0, 4)
          .map((points) => Number(points) / 0.75)
        return { text: (found[4] ?? '').replaceAll('\u200b', ''), left, top, right, bottom }
      }),
    )
  })
}

/** Joins the pieces of words with spaced letters, which Poppler takes for separate words. */
function joinPieces(words: readonly PlacedWord[]): PlacedWord[] {
  const joined: PlacedWord[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : word.left - last.right
    const isNear = gap > -1 && gap < 0.12 * (word.bottom - word.top)
    if (last !== undefined && isNear && Math.abs(word.bottom - last.bottom) < 1) {
      joined[joined.length - 1] = { ...last, text: last.text + word.text, right: word.right }
    } else joined.push(word)
  }
  return joined
}
