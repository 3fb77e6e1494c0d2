import type { Browser, Page } from 'puppeteer'
import type { PrintDocument } from './documents.ts'
import { showPage } from './show-page.ts'

const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true }
/** A slide on the screen, in CSS pixels. At this width 1920 pixels are one and a half times as many. */
const SLIDE = { width: 1280, height: 720 }
const FULL_HD = 1920 / SLIDE.width

/** What to make of a document. */
export interface PrintJob {
  readonly document: PrintDocument
  readonly pdf?: { readonly name: string; readonly finish: (printed: Uint8Array) => Promise<void> }
  readonly pictures?: {
    readonly names: readonly string[]
    readonly scale: number
    readonly take: (name: string, png: Uint8Array) => void
  }
}

export interface PrintOptions {
  readonly browser: Browser
  readonly jobs: readonly PrintJob[]
  /** Done during the first print. */
  readonly meanwhile: () => Promise<unknown>
  /** Gets each file's name when its turn comes. */
  readonly onStart: (name: string) => void
}

/**
 * Prints the jobs and closes the browser. Two processes work at the same time: the browser prints while this one
 * finishes the PDF before, and ends while this one finishes the last. Throws one line that names the file that failed.
 */
export async function printDocuments({ browser, jobs, meanwhile, onStart }: PrintOptions): Promise<void> {
  const tab = await openTab(browser)
  let waiting = meanwhile
  for (const { document, pdf, pictures } of jobs) {
    const attempt = <T>(name: string, work: () => Promise<T>) => explainFailure({ name, browser, work })
    const first = pdf?.name ?? pictures?.names[0] ?? ''
    await attempt(first, () => showPage(tab, document.html))
    if (pdf !== undefined) {
      onStart(pdf.name)
      // Puppeteer's own wait for the fonts, which are there, would put what waits before the printing.
      const print = () => tab.pdf({ ...PDF, waitForFonts: false })
      const [printed] = await Promise.all([attempt(pdf.name, print), waiting()])
      waiting = () => attempt(pdf.name, () => pdf.finish(printed))
    }
    if (pictures === undefined) continue
    await attempt(first, () => standForPictures(tab, pictures.scale))
    for (const [index, name] of pictures.names.entries()) {
      onStart(name)
      pictures.take(name, await attempt(name, () => takePicture(tab, index)))
    }
  }
  await Promise.all([browser.close(), waiting()])
}

/** The tab that the browser starts with: opening another costs as much as printing. */
async function openTab(browser: Browser): Promise<Page> {
  const [tab] = await browser.pages()
  return tab ?? browser.newPage()
}

/** The printed page on the screen, its slides one below the other and a whole number of pixels high. */
async function standForPictures(tab: Page, scale: number): Promise<void> {
  await tab.setViewport({ ...SLIDE, deviceScaleFactor: FULL_HD * scale })
  await tab.emulateMediaType('print')
  const { width, height } = SLIDE
  await tab.addStyleTag({
    content: `@layer print{main .slide{inline-size:${width}px!important;block-size:${height}px!important}}`,
  })
}

async function takePicture(tab: Page, index: number): Promise<Uint8Array> {
  const y = index * SLIDE.height
  await tab.evaluate(`scrollTo({ top: ${y}, behavior: 'instant' })`)
  return tab.screenshot({ type: 'png', clip: { x: 0, y, ...SLIDE }, captureBeyondViewport: false })
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
    const reason = gone ? `the browser ended before it was done (${message})` : message
    throw new Error(`${name} was not made: ${reason}`, { cause: error })
  }
}
