import { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { DrivenBrowser, DrivenPage, Size } from '../src/browser/driven-page.ts'
import { ENGINES, type Engine, launchEngine, tellMissing } from '../src/browser/launch-engine.ts'
import { expectIn, isAboutSpeed, open } from './browser.ts'

/** Opens a window of exactly this inner size; it closes after its test. */
export type Visit = (size: Size) => Promise<DrivenPage>

/**
 * Runs the same tests in each engine. Where one cannot be started its tests are left out, and their title
 * says how to get it. An engine's windows share their storage. A console message or an error fails the test,
 * but not in WebKit, whose driver tells of neither.
 */
export function describeEngines(
  title: string,
  tests: (visit: Visit, engine: Engine) => void,
  engines: readonly Engine[] = ENGINES,
): void {
  for (const engine of engines) {
    const missing = tellMissing(engine)
    const where = `${title} (${engine}${missing === undefined ? '' : `: ${missing}`})`
    describe.skipIf(missing !== undefined)(where, () => tests(useEngine(engine), engine))
  }
}

function useEngine(engine: Engine): Visit {
  let browser: DrivenBrowser | undefined
  const pages: DrivenPage[] = []
  const problems: string[] = []
  beforeAll(async () => {
    browser = await launchEngine(engine)
  })
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()))
    expect(problems.splice(0)).toEqual([])
  })
  afterAll(() => browser?.close())
  return async (size) => {
    if (browser === undefined) throw new Error('the browser has not been started')
    const page = await browser.open(size)
    pages.push(page)
    if (page instanceof Page) {
      page.on('console', (message) => {
        // A frame without scripts is what a test wants of it; 409 tells a console that it has seen less.
        const isWanted = /^Blocked script execution|status of 409 /.test(message.text())
        if (!isWanted && !isAboutSpeed(message.text())) problems.push(`console: ${message.text()}`)
      })
      page.on('pageerror', (error) => problems.push(`error: ${String(error)}`))
    }
    return page
  }
}

/** Opens the talk in the given view, in any engine. */
export async function openView(
  page: DrivenPage,
  view: 'reading' | 'presenting',
  address: string,
): Promise<void> {
  // A page of the same site that runs nothing.
  await page.goto(new URL('/deck/404', address).href)
  await page.evaluate((wanted) => sessionStorage.setItem('view', wanted), view)
  await open(page, address)
}

/** Waits until what the selector finds first is shown, or until nothing of it is. */
export const expectShown = (page: DrivenPage, selector: string, isShown = true) =>
  expectIn(
    page,
    ({ wanted, expected }) => (document.querySelector(wanted)?.checkVisibility() ?? false) === expected,
    { wanted: selector, expected: isShown },
  )

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Draws one finger over the glass. WebKitGTK's driver makes a mouse of every finger, so there the page gets
 * the events that a finger would cause.
 */
export async function swipe(page: DrivenPage, from: Point, to: Point): Promise<void> {
  const points = Array.from({ length: 9 }, (_, part) => ({
    x: from.x + ((to.x - from.x) * part) / 8,
    y: from.y + ((to.y - from.y) * part) / 8,
  }))
  if (page instanceof Page) {
    const finger = await page.touchscreen.touchStart(from.x, from.y)
    for (const { x, y } of points) await finger.move(x, y)
    return finger.end()
  }
  await page.evaluate((drawn) => {
    const [first] = drawn
    const target = first && document.elementFromPoint(first.x, first.y)
    const send = (type: string, point: { x: number; y: number } | undefined) => {
      const place = { clientX: point?.x ?? 0, clientY: point?.y ?? 0 }
      target?.dispatchEvent(
        new PointerEvent(type, {
          ...place,
          pointerType: 'touch',
          isPrimary: true,
          bubbles: true,
          cancelable: true,
        }),
      )
    }
    send('pointerdown', first)
    for (const point of drawn) send('pointermove', point)
    send('pointerup', drawn.at(-1))
  }, points)
}
