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
  readonly pdf?: {
    readonly name: string
    /** Called while it prints: loads what makes a PDF of the print. */
    readonly prepare: () => Promise<(printed: Uint8Array) => Promise<void>>
  }
  readonly pictures?: {
    readonly names: readonly string[]
    readonly scale: number
    readonly take: (name: string, png: Uint8Array) => void
  }
}

export interface PrintOptions {
  readonly browser: Browser
  /** Each row is printed in a tab of its own. Pictures are taken of a row's last document. */
  readonly rows: readonly (readonly PrintJob[])[]
  /** Done while pictures are taken, which is the browser's work alone. */
  readonly meanwhile: () => Promise<void>
  /** Gets each file's name when its turn comes. */
  readonly onStart: (name: string) => void
}

/** Prints the rows side by side, then takes their pictures. Throws one line that names the file that failed. */
export async function printDocuments({ browser, rows, meanwhile, onStart }: PrintOptions): Promise<void> {
  // The browser has started with one tab.
  const [first = browser.newPage()] = await browser.pages()
  const works = rows.map((jobs, index): Work => {
    const tab = index === 0 ? Promise.resolve(first) : browser.newPage()
    return { browser, tab, jobs, onStart }
  })
  await Promise.all(works.map(printRow))
  // One after the other: a browser paints only the tab in front.
  const takeAll = async () => {
    for (const work of works) await takePictures(work)
  }
  await Promise.all([takeAll(), meanwhile()])
}

interface Work extends Pick<PrintOptions, 'browser' | 'onStart'> {
  readonly tab: Promise<Page>
  readonly jobs: readonly PrintJob[]
}

async function printRow({ browser, tab, jobs, onStart }: Work): Promise<void> {
  for (const { document, pdf, pictures } of jobs) {
    const name = pdf?.name ?? pictures?.names[0] ?? ''
    const attempt = <T>(work: (page: Page) => Promise<T>) =>
      explainFailure({ name, browser, work: async () => work(await tab) })
    await attempt((page) => showPage(page, document.html))
    if (pdf === undefined) continue
    onStart(pdf.name)
    await attempt(async (page) => {
      // Puppeteer's own wait for the fonts, which are there, would come before the printing.
      const printing = page.pdf({ ...PDF, waitForFonts: false })
      const [printed, finish] = await Promise.all([printing, pdf.prepare()])
      await finish(printed)
    })
  }
}

async function takePictures({ browser, tab, jobs, onStart }: Work): Promise<void> {
  const pictures = jobs.at(-1)?.pictures
  if (pictures === undefined) return
  const page = await tab
  for (const [index, name] of pictures.names.entries()) {
    onStart(name)
    const work = async () => {
      if (index === 0) await standForPictures(page, pictures.scale)
      return takePicture(page, index)
    }
    pictures.take(name, await explainFailure({ name, browser, work }))
  }
}

/** The printed page on the screen, its slides one below the other and a whole number of pixels high. */
async function standForPictures(tab: Page, scale: number): Promise<void> {
  await tab.bringToFront()
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
  const clip = { x: 0, y, ...SLIDE }
  // A quarter larger, in half the time.
  return tab.screenshot({ type: 'png', clip, captureBeyondViewport: false, optimizeForSpeed: true })
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
