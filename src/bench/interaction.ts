import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer-core'
import type { MeasureOptions } from './build.ts'
import type { Figure } from './figures.ts'
import { DESKTOP } from './first-view.ts'
import { withSite } from './serve.ts'
import { interleave, median } from './stats.ts'
import { CPU_SLOWDOWN, LIMIT, REST } from './visit.ts'

/** The wait between two keys, in milliseconds: fast moves by hand, and a key that is held down. */
export const PACES = { byHand: 300, held: 0 }

/** The same keys in a page of one line that shows which one it was. */
export const KEY_FLOOR = `<!doctype html><html lang="en" data-ready><title>Floor</title><link rel="icon" href="data:,"><p>One line
<script>addEventListener('keydown', ({ key }) => { document.querySelector('p').textContent = key })</script>`

/**
 * Runs before the page's own scripts. An interaction takes as long as its longest event, from the key to the
 * next paint (https://web.dev/articles/inp). The browser reports durations from 16 ms, in steps of 8.
 */
const OBSERVE = `{
  const longest = new Map()
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0) longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0))
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  globalThis.interactions = longest
  try { sessionStorage.setItem('view', 'presenting') } catch {}
}`

const PAINTED = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))`

const ALL_LAID_OUT = `document.querySelector('.slides > section:not([data-laid-out])') === null`

interface Walk {
  /** Milliseconds: the longest interaction, which is INP when there are fewer than fifty. */
  readonly worst: number
  /** Milliseconds; interactions that the browser does not report count as 16. */
  readonly typical: number
}

/** Keys through every slide and step and back, on a processor slowed 4 ×, against a page of one line. */
export function measureInteraction({ runs, ...site }: MeasureOptions): Promise<Figure[]> {
  return withSite({ ...site, pages: { 'floor.html': KEY_FLOOR } }, async (browser, url) => {
    const walks = Object.values(PACES).flatMap((pace) =>
      [url, `${url}floor.html`].map((address) => () => walk(browser, address, pace)),
    )
    const [byHand = [], floor = [], held = [], heldFloor = []] = await interleave(runs, walks)
    const figure = (name: string, of: (walk: Walk) => number, [values, floor]: [Walk[], Walk[]]) => ({
      name: `Interaction to next paint, presenting: ${name}`,
      unit: 'ms' as const,
      values: values.map(of),
      floor: floor.map(of),
    })
    const worst = (walk: Walk) => walk.worst
    return [
      { ...figure('the longest of a walk there and back', worst, [byHand, floor]), target: '< 50 ms' },
      figure('the median of it', ({ typical }) => typical, [byHand, floor]),
      figure('the longest with the key held down', worst, [held, heldFloor]),
    ]
  })
}

/**
 * There and back, `most` moves at most. `pace` is the time between two keys in milliseconds, in addition to
 * the paint.
 */
export async function walk(
  browser: Browser,
  url: string,
  pace: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Walk> {
  const context = await browser.createBrowserContext()
  try {
    const page = await context.newPage()
    await page.setViewport(DESKTOP)
    await page.evaluateOnNewDocument(OBSERVE)
    await page.goto(url, { waitUntil: 'load', timeout: LIMIT })
    await page.waitForSelector('html[data-ready]')
    await page.evaluate('document.fonts.ready')
    // A talk begins long after the page has loaded, so late work of the loading must not count here: it lays
    // out one slide after the other.
    await page.waitForFunction(ALL_LAID_OUT, { timeout: LIMIT })
    await setTimeout(REST)
    await page.emulateCPUThrottling(CPU_SLOWDOWN)
    const moves = Math.min(most, await countMoves(page))
    for (const key of ['ArrowRight', 'ArrowLeft'] as const) {
      for (let move = 0; move < moves; move++) {
        await page.keyboard.press(key)
        await page.evaluate(PAINTED)
        await setTimeout(pace)
      }
    }
    await setTimeout(REST) // the browser reports the last interactions late
    const told = (await page.evaluate('[...interactions.values()]')) as number[]
    const untold = Array.from({ length: Math.max(0, 2 * moves - told.length) }, () => 16)
    const all = [...told, ...untold]
    return { worst: Math.max(...all), typical: median(all) }
  } finally {
    await context.close()
  }
}

/** Counts the moves from the first slide to the last step of the last one. */
async function countMoves(page: Page): Promise<number> {
  const steps = await page.$$eval('.slides > section', (slides) =>
    slides.map((slide) => {
      const found = slide.querySelectorAll('.fragment')
      return new Set([...found].map((one) => one.getAttribute('data-fragment-index'))).size
    }),
  )
  return steps.length === 0 ? 16 : steps.reduce((sum, count) => sum + count + 1, -1)
}
