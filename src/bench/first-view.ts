import type { Browser, Viewport } from 'puppeteer-core'
import type { MeasureOptions } from './build.ts'
import type { Figure } from './figures.ts'
import { withSite } from './serve.ts'
import { interleave } from './stats.ts'
import { type Visit, visit } from './visit.ts'

export const PHONE: Viewport = {
  width: 412,
  height: 823,
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
}
export const DESKTOP: Viewport = { width: 1366, height: 768 }
/**
 * Blink's numbers for hover and a fine pointer. Without them a headless browser on a machine without a mouse
 * has no pointer, and the page would open for reading. Touch emulation overrides them.
 */
export const MOUSE =
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4'

export const FLOOR =
  '<!doctype html><html lang="en"><title>Floor</title><link rel="icon" href="data:,"><p>One line'
/** The same page with the shortest possible service worker. */
const KEPT_FLOOR = `${FLOOR}<script>navigator.serviceWorker.register('worker.js')</script>`
const KEPT_FLOOR_WORKER = `addEventListener('install', (event) => event.waitUntil(caches.open('kept').then((cache) => cache.add('./'))))
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => event.respondWith(caches.match(event.request)))`

const VIEWS = [
  { name: 'First view, phone', path: '', viewport: PHONE, view: 'reading' },
  { name: 'First view, phone, English', path: 'en/', viewport: PHONE, view: 'reading' },
  { name: 'First view, desktop presenting', path: '', viewport: DESKTOP, view: 'presenting' },
]

const QUANTITIES = [
  { name: 'LCP', unit: 's', of: ({ lcp }: Visit) => lcp / 1000, target: '≤ 0.8 s' },
  { name: 'CLS', unit: 'score', of: ({ cls }: Visit) => cls, target: '< 0.01' },
  { name: 'TBT', unit: 'ms', of: ({ tbt }: Visit) => tbt, target: '< 50 ms' },
  { name: 'transferred', unit: 'KB', of: ({ bytes }: Visit) => bytes / 1000, target: '≤ 90 KB' },
] as const

/** The first view of the current build with a cold cache, compared with a page of one line. */
export function measureFirstView({ runs, ...site }: MeasureOptions): Promise<Figure[]> {
  const pages = { 'floor.html': FLOOR, 'floor/index.html': KEPT_FLOOR, 'floor/worker.js': KEPT_FLOOR_WORKER }
  return withSite({ ...site, pages, flags: [MOUSE] }, (browser, url) => measure(browser, url, runs))
}

async function measure(browser: Browser, url: string, runs: number): Promise<Figure[]> {
  // A browser's first page costs more than any later one.
  await visit({ browser, url: `${url}floor.html`, viewport: PHONE })
  const floors = [PHONE, DESKTOP].map(
    (viewport) => () => visit({ browser, url: `${url}floor.html`, viewport }),
  )
  const views = VIEWS.map(({ path, viewport, view }) => async () => {
    const result = await visit({ browser, url: url + path, viewport })
    if (result.view === view) return result
    throw new Error(`/${path} chose the view "${result.view}" where "${view}" was to be measured`)
  })
  const returns = [`${url}floor/`, url].map(
    (address) => () => visit({ browser, url: address, viewport: PHONE, isReturn: true }),
  )
  const [phoneFloor = [], desktopFloor = [], keptFloor = [], kept = [], ...measured] = await interleave(
    runs,
    [...floors, ...returns, ...views],
  )
  const second: Figure = {
    name: 'Second view, phone, from what was kept: LCP',
    unit: 's',
    values: kept.map(({ lcp }) => lcp / 1000),
    floor: keptFloor.map(({ lcp }) => lcp / 1000),
    target: '< 0.3 s',
  }
  const first = VIEWS.flatMap((view, index) => {
    const visits = measured[index] ?? []
    const floor = view.viewport === PHONE ? phoneFloor : desktopFloor
    return QUANTITIES.map(({ name, unit, of, target }) => ({
      name: `${view.name}: ${name}`,
      unit,
      values: visits.map(of),
      floor: floor.map(of),
      target,
    }))
  })
  return [...first, second]
}
