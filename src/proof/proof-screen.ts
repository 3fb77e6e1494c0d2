import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'puppeteer-core'
import type { Engine } from '../browser/launch-engine.ts'
import type { Finding } from '../in-page/contract.ts'
import type { Opened } from './open-deck.ts'
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
  const { ask, emulate } = subject
  await emulate(screen)
  await ask('showReading')
  const around = await ask('auditPage')
  const reading = await lookAtSlides(subject, 'reading', screen, async (slide) => {
    await ask('goTo', slide)
    return ask('auditSlide', slide)
  })
  const presenting = await lookAtSlides(subject, 'presenting', screen, async (slide) => {
    await ask('showPresenting', slide)
    return [...(await ask('auditSlide', slide)), ...(await ask('checkLength', slide))]
  })
  await ask('showOverview')
  const unseen = { ...subject, takesPictures: false }
  const overview = await lookAtSlides(unseen, 'overview', screen, (slide) => ask('checkCopy', slide))
  return [{ ...reading, findings: [...around, ...reading.findings] }, presenting, overview]
}

/** Checks the small slides on the console's page, as large as they are laid out. */
export async function proofConsole(subject: Subject): Promise<ViewResult> {
  const { ask, emulate } = subject
  await emulate(PRINT)
  await ask('showStrip')
  return lookAtSlides(subject, 'console', PRINT, (slide) => ask('checkCopy', slide))
}

/** Checks the printed pages: their number and size in a PDF, all else on the screen with print styles. */
export async function proofPrint(subject: Subject, page: Page): Promise<ViewResult> {
  const { ask, slides, emulate } = subject
  await emulate('print')
  await ask('showPresenting')
  const presented = new Map<string, readonly string[]>()
  for (const slide of slides) {
    await ask('goTo', slide)
    presented.set(slide, await ask('listPlaces', slide))
  }
  await ask('showReading')
  const result = await lookAtSlides(subject, 'print', PRINT, async (slide) => {
    await ask('goTo', slide)
    const faults = await ask('auditSlide', slide)
    return [...faults, ...comparePlaces(slide, presented.get(slide) ?? [], await ask('listPlaces', slide))]
  })
  return { ...result, findings: [...result.findings, ...(await checkPages(page))] }
}

/** Checks one slide after the other, and takes their pictures. */
async function lookAtSlides(
  subject: Subject,
  view: ViewResult['view'],
  screen: Screen,
  check: (slide: string) => Promise<readonly Finding[]>,
): Promise<ViewResult> {
  const findings: Finding[] = []
  const pictures: Picture[] = []
  for (const slide of subject.slides) {
    findings.push(...(await check(slide)))
    if (subject.takesPictures) pictures.push(await takePicture(subject, slide, screen))
  }
  return { engine: subject.engine, view, findings, pictures }
}

/** Checks that a slide prints in its last step in whatever step the talk is. */
function comparePlaces(slide: string, presenting: readonly string[], reading: readonly string[]): Finding[] {
  const differing = reading.filter((place) => !presenting.includes(place))
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
