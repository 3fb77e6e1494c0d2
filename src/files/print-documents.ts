import type { Browser, Page } from 'puppeteer-core'
import { askForSlides, bundleInPage } from '../browser/in-page-script.ts'
import { showPage } from '../browser/show-page.ts'
import { SLIDE } from '../measured/rectangle.ts'
import type { PrintDocument } from './documents.ts'

const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true }
/** How much larger a picture is than a slide: 1920 × 1080 pixels. */
const FULL_HD = 1.5

/** Resolves when what has changed by now has been painted. */
const PAINTED =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))'

/** What to make of a document. */
export interface PrintJob {
  readonly document: PrintDocument
  readonly pdf?: {
    readonly name: string
    /** Called while the browser gets ready: loads what makes a PDF of the print. */
    readonly prepare: () => Promise<(printed: Uint8Array) => Promise<void>>
  }
  /** The files that are written from what the page tells of its slides. */
  readonly measured?: readonly MeasuredFile[]
  readonly pictures?: {
    readonly names: readonly string[]
    readonly scale: number
    readonly take: (name: string, png: Uint8Array) => void
  }
}

export interface MeasuredFile {
  readonly name: string
  readonly write: (slides: unknown) => Promise<void>
}

export interface PrintOptions {
  readonly browser: Browser
  /** Each row is made in a window of its own, beside the others. Pictures are taken of a row's last document. */
  readonly rows: readonly (readonly PrintJob[])[]
  /** Gets each file's name when its turn comes. */
  readonly onStart: (name: string) => void
  /** Called when the browser is needed no more. */
  readonly onPrinted?: (() => void) | undefined
}

/** Prints the rows side by side, then takes their pictures. Throws one line that names the file that failed. */
export async function printDocuments(options: PrintOptions): Promise<void> {
  const { browser, rows, onStart, onPrinted } = options
  // The browser has started with one window. Of several tabs in one it would paint only the one in front.
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

/** Leaves the last document shown. The returned functions make PDFs of the prints. */
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
    // Puppeteer's own wait for the fonts, which are there, would come before the printing.
    const printed = await attempt((page) => page.pdf({ ...PDF, waitForFonts: false }))
    finishing.push(() => explainFailure({ name, work: () => finish(printed) }))
  }
  return finishing
}

/** On paper, as the styles have it. */
async function measureSlides(page: Page): Promise<unknown> {
  const script = await bundleInPage('slides')
  await page.emulateMediaType('print')
  const slides = await askForSlides(page, script)
  await page.emulateMediaType()
  return slides
}

async function takePictures({ browser, window, jobs, onStart }: Row): Promise<void> {
  const pictures = jobs.at(-1)?.pictures
  if (pictures === undefined) return
  const standing = window.then((page) => standForPictures(page, pictures.scale))
  for (const [index, name] of pictures.names.entries()) {
    onStart(name)
    const work = async () => {
      const take = await standing
      return take(index)
    }
    pictures.take(name, await explainFailure({ name, browser, work }))
  }
}

/** Sets the printed page up on the screen, one slide a screen; the returned function takes the picture of one. */
async function standForPictures(page: Page, scale: number): Promise<(index: number) => Promise<Uint8Array>> {
  const zoom = FULL_HD * scale
  // Whole pixels. The page is zoomed, as a change of the pixels' density would leave some parts drawn for the old one.
  const [width, height] = [Math.round(SLIDE.right * zoom), Math.round(SLIDE.bottom * zoom)]
  await page.setViewport({ width, height })
  await page.emulateMediaType('print')
  const size = `inline-size:${width / zoom}px!important;block-size:${height / zoom}px!important`
  await page.addStyleTag({ content: `@layer print{main{zoom:${zoom}}main .slide{${size}}}` })
  // Puppeteer's own picture waits for those of other windows, and cuts what is whole: twice the time.
  const session = await page.createCDPSession()
  return async (index) => {
    await page.evaluate(`scrollTo({ top: ${index * height}, behavior: 'instant' })`)
    await page.evaluate(PAINTED)
    // A quarter larger, in half the time.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
    return Buffer.from(data, 'base64')
  }
}

interface Attempt<T> {
  readonly name: string
  /** Where the work needs it. */
  readonly browser?: Browser
  readonly work: () => Promise<T>
}

/** Says which file failed, and whether the browser did: then Puppeteer only names the call that got no answer. */
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
