import { createHash } from 'node:crypto'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Browser, Page } from 'puppeteer'
import { html, raw } from '../render/html.ts'
import { composeSite } from '../site/compose.ts'
import { bundleStyles } from '../site/styles.ts'
import type { Deck, Language } from '../slide.ts'
import { showPage } from './show-page.ts'
import { readSourceDate } from './source-date.ts'
import { writeWhole } from './write-whole.ts'

export interface PrintOptions {
  readonly deck: Deck
  readonly languages: readonly Language[]
  /** Where the files go; made if it is missing. */
  readonly folder: string
  /** May still be starting. It is closed here, as soon as it has printed. */
  readonly browser: Promise<Browser>
  readonly report: (line: string) => void
}

export interface PrintedFile {
  readonly file: string
  readonly pages: number
  readonly bytes: number
}

// The font cutter runs for a few milliseconds; V8 would spend ten times that on optimising its WebAssembly.
setFlagsFromString('--liftoff-only')

const PRINT = { preferCSSPageSize: true, printBackground: true, tagged: true }

/**
 * Prints the deck, one PDF a language; none is written unless all of them are sound. Throws one line that says what
 * failed. Two processes work at the same time: Chromium starts while this one composes the deck; it prints while
 * this one loads the PDF library and then finishes the PDF before; it ends while this one finishes the last.
 */
export async function printDeck(options: PrintOptions): Promise<PrintedFile[]> {
  const { deck, languages, folder, report } = options
  report(`Composing ${Object.keys(deck.slides).length} slides …`)
  const [browser, tab, site, date] = await Promise.all([
    options.browser,
    options.browser.then(openTab),
    composeSite({ deck, styles: html`<style>${raw(bundleStyles())}</style>` }),
    readSourceDate(),
  ])
  const documents = site.pages.filter(({ language }) => languages.includes(language))
  report(`Printing ${documents.map(({ language }) => `${deck.fileName[language]}.pdf`).join(', ')} …`)
  const files: { file: string; bytes: Uint8Array }[] = []
  let meanwhile: () => Promise<unknown> = () => import('./pdf-finish.ts')
  for (const { html, language } of documents) {
    const name = `${deck.fileName[language]}.pdf`
    const attempt = <T>(work: () => Promise<T>) => explainFailure({ name, browser, work })
    await attempt(() => showPage(tab, html))
    // Puppeteer's own wait for the fonts, which are there, would put `meanwhile` before the printing.
    const print = () => tab.pdf({ ...PRINT, waitForFonts: false })
    const [printed] = await Promise.all([attempt(print), meanwhile()])
    meanwhile = () =>
      attempt(async () => {
        const { finishPdf } = await import('./pdf-finish.ts')
        const fingerprint = createHash('sha256').update(html).digest('hex').slice(0, 32)
        const bytes = await finishPdf(printed, { ...describeDeck(deck, language), date, fingerprint })
        files.push({ file: path.join(folder, name), bytes })
      })
  }
  await Promise.all([browser.close(), meanwhile()])
  for (const { file, bytes } of files) writeWhole(file, bytes)
  return files.map(({ file, bytes }) => ({
    file,
    bytes: bytes.length,
    pages: Object.keys(deck.slides).length,
  }))
}

function describeDeck(deck: Deck, language: Language) {
  return {
    title: deck.title[language],
    author: deck.author,
    description: deck.description[language],
    language,
    slides: Object.entries(deck.slides).map(([id, { title }]) => ({ id, title: title[language] })),
  }
}

/** The tab that the browser starts with: opening another costs as much as printing. */
async function openTab(browser: Browser): Promise<Page> {
  const [tab] = await browser.pages()
  return tab ?? browser.newPage()
}

interface Attempt<T> {
  readonly name: string
  readonly browser: Browser
  readonly work: () => Promise<T>
}

/** Says which file failed, and whether the browser did: then Puppeteer only names the call that got no answer. */
async function explainFailure<T>({ name, browser, work }: Attempt<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const gone = !browser.connected || (error instanceof Error && error.name === 'TargetCloseError')
    const reason = gone ? `the browser ended before it had printed (${message})` : message
    throw new Error(`${name} was not printed: ${reason}`, { cause: error })
  }
}
