import type { Browser, Page } from 'puppeteer-core'
import { installInPage } from '../browser/in-page-script.ts'
import { showPage } from '../browser/show-page.ts'
import type { MeasuredSlide } from '../measured/measured-slide.ts'
import { SLIDE } from '../measured/rectangle.ts'
import type { PrintDocument } from './documents.ts'
import type { MadeFile, Order } from './order.ts'

// Puppeteer would give up after half a minute, which hundreds of slides exceed on a busy machine. The limit of
// all calls to the browser, three minutes, still ends one that is stuck.
const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }
/** The scale from a slide to a picture of 1920 × 1080 pixels. */
const FULL_HD = 1.5

/** Resolves when the browser has painted all changes so far. */
const PAINTED =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))'

export type MeasuredSlides = readonly MeasuredSlide[]

/** A file to make of what the browser gives. */
export interface Output<T> {
  readonly name: string
  readonly make: (from: T) => Promise<Omit<MadeFile, 'name'>>
}

/** A document and the files to make of it. */
export interface PrintJob {
  readonly document: Pick<PrintDocument, 'html' | 'scale'>
  readonly measured?: readonly Output<MeasuredSlides>[]
  readonly printed?: readonly Output<Uint8Array>[]
  /** The names of the slides' pictures. */
  readonly pictures?: readonly string[]
}

export interface PrintOptions extends Pick<Order, 'onStart' | 'onFile'> {
  readonly browser: Browser
  /** Each row has a window of its own; rows run side by side. Pictures are taken of a row's last document. */
  readonly rows: readonly (readonly PrintJob[])[]
  /** Pictures are this many times 1920 × 1080 pixels. */
  readonly scale: number
  /** Called when the browser is no longer needed. */
  readonly onPrinted?: (() => void) | undefined
}

/**
 * Prints the rows side by side, then takes their pictures. Throws one line that names the file that failed.
 */
export async function printDocuments(options: PrintOptions): Promise<void> {
  const { browser, rows, onPrinted } = options
  // The browser starts with one window. Of several tabs in one window it would paint only the one in front.
  const [first] = await browser.pages()
  const open = (index: number) =>
    index === 0 && first ? Promise.resolve(first) : browser.newPage({ type: 'window' })
  const works = rows.map((jobs, index): Row => ({ ...options, window: open(index), jobs }))
  const makings = await Promise.all(works.map(printRow))
  const takeAll = async () => {
    await Promise.all(works.map(takePictures))
    onPrinted?.()
  }
  const makeAll = async () => {
    for (const make of makings.flat()) await make()
  }
  await Promise.all([takeAll(), makeAll()])
}

interface Row extends PrintOptions {
  readonly window: Promise<Page>
  readonly jobs: readonly PrintJob[]
}

/**
 * Prints a row's documents; the page then still shows the last one. The returned functions make the files.
 */
async function printRow({ browser, window, jobs, onStart, onFile }: Row): Promise<(() => Promise<void>)[]> {
  const makings: (() => Promise<void>)[] = []
  for (const { document, measured = [], printed = [], pictures = [] } of jobs) {
    const name = [...measured, ...printed][0]?.name ?? pictures[0] ?? ''
    const attempt = <T>(work: (page: Page) => Promise<T>) =>
      explainFailure({ name, browser, work: async () => work(await window) })
    const read = async <T>(outputs: readonly Output<T>[], work: (page: Page) => Promise<T>) => {
      if (outputs.length === 0) return
      for (const { name } of outputs) onStart(name)
      const from = await attempt(work)
      for (const { name, make } of outputs)
        makings.push(() =>
          explainFailure({ name, work: async () => onFile({ name, ...(await make(from)) }) }),
        )
    }
    await attempt((page) => showPage(page, document.html))
    await read(measured, measureSlides)
    // The fonts are already loaded, so Puppeteer's own wait for them would only delay the print.
    await read(printed, (page) => page.pdf({ ...PDF, scale: document.scale, waitForFonts: false }))
  }
  return makings
}

/** Measures the slides with print styles. */
async function measureSlides(page: Page): Promise<MeasuredSlides> {
  const ask = await installInPage(page)
  await page.emulateMediaType('print')
  const slides = await ask('measureSlides')
  await page.emulateMediaType()
  return slides
}

async function takePictures({ browser, window, jobs, scale, onStart, onFile }: Row): Promise<void> {
  const { pictures = [] } = jobs.at(-1) ?? {}
  if (pictures.length === 0) return
  const prepared = window.then((page) => showForPictures(page, scale))
  for (const [index, name] of pictures.entries()) {
    onStart(name)
    const work = async () => (await prepared)(index)
    onFile({ name, pages: 1, bytes: await explainFailure({ name, browser, work }) })
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
