import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'puppeteer-core'
import type { Engine } from '../browser/launch-engine.ts'
import type { Finding } from '../in-page/contract.ts'
import type { Opened, OpenedChromium } from './open-deck.ts'
import { PRINT, type Screen } from './screens.ts'
import { type Picture, takePicture } from './take-picture.ts'

/** The findings and pictures of one view of the deck. */
export interface ViewResult {
  readonly engine: Engine
  readonly view: 'reading' | 'presenting' | 'overview' | 'print' | 'console'
  readonly findings: readonly Finding[]
  readonly pictures: readonly Picture[]
}

export interface Subject extends Opened {
  readonly engine: Engine
  /** The ids of the slides to look at. */
  readonly slides: readonly string[]
  /** Whether to take pictures; without them a check takes half the time. */
  readonly takesPictures: boolean
}

/** Checks the views of the deck on one screen. */
export async function proofScreen(subject: Subject, screen: Screen): Promise<ViewResult[]> {
  const { engine, ask, slides, emulate } = subject
  await emulate(screen)
  await ask('showReading')
  const findings = await ask('auditPage')
  const reading: Finding[] = [...findings]
  const pictures: Picture[] = []
  for (const slide of slides) {
    await ask('goTo', slide)
    reading.push(...(await ask('auditSlide', slide)))
    pictures.push(...(await takePictures(subject, slide, screen)))
  }
  const presenting: Finding[] = []
  const presented: Picture[] = []
  for (const slide of slides) {
    await ask('showPresenting', slide)
    presenting.push(...(await ask('auditSlide', slide)), ...(await ask('checkLength', slide)))
    presented.push(...(await takePictures(subject, slide, screen)))
  }
  const copied: Finding[] = []
  await ask('showOverview')
  for (const slide of slides) copied.push(...(await ask('checkCopy', slide)))
  return [
    { engine, view: 'reading', findings: reading, pictures },
    { engine, view: 'presenting', findings: presenting, pictures: presented },
    { engine, view: 'overview', findings: copied, pictures: [] },
  ]
}

/** Checks the small slides on the console's page, as large as they are laid out. */
export async function proofConsole(subject: Subject): Promise<ViewResult> {
  const { engine, ask, slides, emulate } = subject
  await emulate(PRINT)
  await ask('showStrip')
  const findings: Finding[] = []
  const pictures: Picture[] = []
  for (const slide of slides) {
    findings.push(...(await ask('checkCopy', slide)))
    pictures.push(...(await takePictures(subject, slide, PRINT)))
  }
  return { engine, view: 'console', findings, pictures }
}

/** Checks the printed pages: their number and size in a PDF, all else on the screen with print styles. */
export async function proofPrint(subject: Subject & OpenedChromium): Promise<ViewResult> {
  const { page, ask, slides, emulate } = subject
  await emulate('print')
  const findings: Finding[] = []
  const pictures: Picture[] = []
  await ask('showPresenting')
  const presented = new Map<string, readonly string[]>()
  for (const slide of slides) {
    await ask('goTo', slide)
    presented.set(slide, await ask('listPlaces', slide))
  }
  await ask('showReading')
  for (const slide of slides) {
    await ask('goTo', slide)
    const whilePresenting = presented.get(slide) ?? []
    findings.push(
      ...(await ask('auditSlide', slide)),
      ...comparePlaces(slide, { whilePresenting, whileReading: await ask('listPlaces', slide) }),
    )
    pictures.push(...(await takePictures(subject, slide, PRINT)))
  }
  findings.push(...(await checkPages(page)))
  return { engine: 'chromium', view: 'print', findings, pictures }
}

async function takePictures(subject: Subject, slide: string, screen: Screen): Promise<Picture[]> {
  const { page, ask, takesPictures } = subject
  return takesPictures ? [await takePicture({ page, ask, slide, screen })] : []
}

interface Places {
  readonly whilePresenting: readonly string[]
  readonly whileReading: readonly string[]
}

/** Checks that a slide prints in its last step in whatever step the talk is. */
function comparePlaces(slide: string, { whilePresenting, whileReading }: Places): Finding[] {
  const differing = whileReading.filter((place) => !whilePresenting.includes(place))
  const [first] = differing
  if (first === undefined) return []
  const what = `printed while presenting, before its first step, ${differing.length} things are missing or not in place, as ${first}`
  return [{ severity: 'fault', slide, what }]
}

/** 13⅓ × 7½ inches, in points. */
const PAGE = { width: 960, height: 540 }

async function checkPages(page: Page): Promise<Finding[]> {
  const expected = await page.$$eval('.slide', (slides) => slides.length)
  const document = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const fault = (what: string): Finding => ({ severity: 'fault', slide: '', what })
  const sizes = document.getPages().map((one) => one.getSize())
  const odd = sizes.findIndex(
    ({ width, height }) => Math.abs(width - PAGE.width) > 1 || Math.abs(height - PAGE.height) > 1,
  )
  return [
    ...(sizes.length === expected ? [] : [fault(`${expected} slides print on ${sizes.length} pages`)]),
    ...(odd === -1 ? [] : [fault(`page ${odd + 1} is not ${PAGE.width} × ${PAGE.height} pt`)]),
  ]
}
