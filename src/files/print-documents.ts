import type { Browser, Page } from 'puppeteer-core'
import { askForSlides, bundleInPage } from '../browser/in-page-script.ts'
import { showPage } from '../browser/show-page.ts'
import type { MeasuredSlide } from '../measured/measured-slide.ts'
import { SLIDE } from '../measured/rectangle.ts'
import type { PrintDocument } from './documents.ts'

const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true }
/** The scale from a slide to a picture of 1920 × 1080 pixels. */
const FULL_HD = 1.5

/** Resolves when the browser has painted all changes so far. */
const PAINTED =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))'

/** A document and the files to make of it. */
export interface PrintJob {
  readonly document: PrintDocument
  readonly pdf?: {
    readonly name: string
    /** Called while the browser gets ready. Loads the code that makes a PDF of the print. */
    readonly prepare: () => Promise<(printed: Uint8Array) => Promise<void>>
  }
  /** The files to write from the measured slides. */
  readonly measured?: readonly MeasuredFile[]
  readonly pictures?: {
    readonly names: readonly string[]
    readonly scale: number
    readonly take: (name: string, png: Uint8Array) => void
  }
}

export interface MeasuredFile {
  readonly name: string
  readonly write: (slides: readonly MeasuredSlide[]) => Promise<void>
}

export interface PrintOptions {
  readonly browser: Browser
  /** Each row has a window of its own; rows run side by side. Pictures are taken of a row's last document. */
  readonly rows: readonly (readonly PrintJob[])[]
  /** Called with each file's name when work on it starts. */
  readonly onStart: (name: string) => void
  /** Called when the browser is no longer needed. */
  readonly onPrinted?: (() => void) | undefined
}

/**
 * Prints the rows side by side, then takes their pictures. Throws one line that names the file that failed.
 */
export async function printDocuments(options: PrintOptions): Promise<void> {
  const { browser, rows, onStart, onPrinted } = options
  // The browser starts with one window. Of several tabs in one window it would paint only the one in front.
  const [first] = await browser.pages()
  const open = (index: number) =>
    index === 0 && first ? Promise.resolve(first) : browser.newPage({ type: 'window' })
  const works = rows.map((jobs, index): Row => ({ browser, window: open(index), jobs, onStart }))
  const printed = await Promise.all(works.map(printRow))
  const takeAll = async () => {
    await Promise.all(works.map(takePictures))
    onPrinted?.()
  }
  const finishAll = async () => {
    for (const finish of printed.flat()) await finish()
  }
  await Promise.all([takeAll(), finishAll()])
}

interface Row extends Pick<PrintOptions, 'browser' | 'onStart'> {
  readonly window: Promise<Page>
  readonly jobs: readonly PrintJob[]
}

/**
 * Prints a row's documents; the page then still shows the last one. The returned functions make PDFs of the
 * prints.
 */
async function printRow({ browser, window, jobs, onStart }: Row): Promise<(() => Promise<void>)[]> {
  const finishing: (() => Promise<void>)[] = []
  for (const { document, pdf, measured, pictures } of jobs) {
    const name = pdf?.name ?? measured?.[0]?.name ?? pictures?.names[0] ?? ''
    const attempt = <T>(work: (page: Page) => Promise<T>) =>
      explainFailure({ name, browser, work: async () => work(await window) })
    const show = attempt((page) => showPage(page, document.html))
    const [finish] = await Promise.all([pdf?.prepare(), show])
    if (measured !== undefined) {
      const slides = await attempt(measureSlides)
      const write = (file: MeasuredFile) => () => explainFailure({ ...file, work: () => file.write(slides) })
      finishing.push(...measured.map(write))
    }
    if (pdf === undefined || finish === undefined) continue
    onStart(name)
    // The fonts are already loaded, so Puppeteer's own wait for them would only delay the print.
    const printed = await attempt((page) => page.pdf({ ...PDF, waitForFonts: false }))
    finishing.push(() => explainFailure({ name, work: () => finish(printed) }))
  }
  return finishing
}

/** Measures the slides with print styles. */
async function measureSlides(page: Page): Promise<readonly MeasuredSlide[]> {
  const script = await bundleInPage('slides')
  await page.emulateMediaType('print')
  const slides = await askForSlides(page, script)
  await page.emulateMediaType()
  return slides
}

async function takePictures({ browser, window, jobs, onStart }: Row): Promise<void> {
  const pictures = jobs.at(-1)?.pictures
  if (pictures === undefined) return
  const prepared = window.then((page) => showForPictures(page, pictures.scale))
  for (const [index, name] of pictures.names.entries()) {
    onStart(name)
    const work = async () => {
      const take = await prepared
      return take(index)
    }
    pictures.take(name, await explainFailure({ name, browser, work }))
  }
}

/**
 * Shows the printed page on the screen, one slide at a time; the returned function takes the picture of a
 * slide.
 */
async function showForPictures(page: Page, scale: number): Promise<(index: number) => Promise<Uint8Array>> {
  const zoom = FULL_HD * scale
  // Whole pixels. Zooms the page, as after a change of the pixel density some parts would still be drawn for
  // the old one.
  const [width, height] = [Math.round(SLIDE.right * zoom), Math.round(SLIDE.bottom * zoom)]
  await page.setViewport({ width, height })
  await page.emulateMediaType('print')
  const size = `inline-size:${width / zoom}px!important;block-size:${height / zoom}px!important`
  await page.addStyleTag({ content: `@layer print{main{zoom:${zoom}}main .slide{${size}}}` })
  // Puppeteer's own method waits for the pictures of other windows and crops needlessly, which takes twice
  // the time.
  const session = await page.createCDPSession()
  return async (index) => {
    await page.evaluate(`scrollTo({ top: ${index * height}, behavior: 'instant' })`)
    await page.evaluate(PAINTED)
    // The file is a quarter larger, but made in half the time.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
    return Buffer.from(data, 'base64')
  }
}

interface Attempt<T> {
  readonly name: string
  /** Given when the work needs the browser. */
  readonly browser?: Browser
  readonly work: () => Promise<T>
}

/**
 * Says which file failed and whether the browser did. When the browser dies, Puppeteer only names the call
 * without an answer.
 */
async function explainFailure<T>({ name, browser, work }: Attempt<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const isClosed = error instanceof Error && error.name === 'TargetCloseError'
    const gone = browser !== undefined && (!browser.connected || isClosed)
    const reason = gone ? `the browser ended before it was done (${message})` : message
    throw new Error(`${name} was not made: ${reason}`, { cause: error })
  }
}
