import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Viewport } from 'puppeteer-core'

/** The results of one visit; times in milliseconds since the navigation began. */
export interface Visit {
  readonly lcp: number
  /** The sum of all layout shifts without input. */
  readonly cls: number
  /** The sum of what long tasks after the first paint took beyond 50 ms each. */
  readonly tbt: number
  /** Bytes over the wire, headers included. */
  readonly bytes: number
  /** The view the page chose, if it has several. */
  readonly view: string
}

/** Slow 4G, as Lighthouse defines it: bytes a second, and milliseconds. */
const NETWORK = { downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 }
export const CPU_SLOWDOWN = 4

/** A page is at rest once nothing has happened for this long after `load`, in milliseconds. */
export const REST = 1000
export const LIMIT = 60_000

/**
 * Runs before the page's own scripts, as the browser reports long tasks only to an existing observer. It is a
 * string, because a function would be compiled with helpers that the page does not have.
 */
const OBSERVE = `{
  const seen = { lcp: 0, cls: 0, fcp: 0, tasks: [], last: 0 }
  const observe = (type, take) => new PerformanceObserver((list) => {
    seen.last = performance.now()
    list.getEntries().forEach(take)
  }).observe({ type, buffered: true })
  observe('largest-contentful-paint', ({ startTime }) => { seen.lcp = startTime })
  observe('layout-shift', ({ hadRecentInput, value }) => { if (!hadRecentInput) seen.cls += value })
  observe('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') seen.fcp = startTime })
  observe('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, startTime + duration]))
  observe('resource', () => {})
  globalThis.firstView = seen
}`

const AT_REST = `document.readyState === 'complete' && firstView.lcp > 0 && performance.now() - firstView.last >= ${REST}`

const READ = `({
  lcp: firstView.lcp,
  cls: firstView.cls,
  tbt: firstView.tasks
    .map(([start, end]) => Math.max(0, end - Math.max(start, firstView.fcp) - 50))
    .reduce((sum, time) => sum + time, 0),
  view: document.documentElement.dataset.view ?? '',
})`

export interface VisitOptions {
  readonly browser: Browser
  readonly url: string
  readonly viewport: Viewport
  /** Whether to measure a second visit, after the page's worker has stored the site. */
  readonly isReturn?: boolean
}

/** Visits a page on a slow network and processor. Throws when any request of the page fails. */
export async function visit({ browser, url, viewport, isReturn = false }: VisitOptions): Promise<Visit> {
  const context = await browser.createBrowserContext() // a new context has an empty cache
  try {
    // For half a second after a new window the browser loads hundreds of its own modules on the processor that
    // is measured, so another window is opened first.
    await context.newPage()
    await sleep(REST)
    if (isReturn) await visitBefore(context, url)
    const page = await context.newPage()
    await page.setViewport(viewport)
    const session = await page.createCDPSession()
    const faults: string[] = []
    const open = new Set<string>()
    let bytes = 0
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!request.url.startsWith('data:')) open.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (open.delete(requestId)) bytes += encodedDataLength
    })
    session.on('Network.responseReceived', ({ response }) => {
      // The browser requests an icon even when the page names none: a 404 for it is no failure.
      if (response.status >= 400 && !response.url.endsWith('/favicon.ico'))
        faults.push(`${response.url} answered ${response.status}`)
    })
    session.on('Network.loadingFailed', ({ requestId, errorText }) => {
      open.delete(requestId)
      faults.push(`a request failed: ${errorText}`)
    })
    page.on('pageerror', (error) => faults.push(error instanceof Error ? error.message : String(error)))
    // Without buffers, so that here too it keeps no copy of the document.
    await session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 })
    await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK })
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
    await page.evaluateOnNewDocument(OBSERVE)
    await page.goto(url, { waitUntil: 'load', timeout: LIMIT })
    do await page.waitForFunction(AT_REST, { polling: REST / 4, timeout: LIMIT })
    while (open.size > 0)
    const seen = (await page.evaluate(READ)) as Omit<Visit, 'bytes'>
    if (faults.length > 0) throw new Error(`${url}: ${faults.join('; ')}`)
    return { ...seen, bytes }
  } finally {
    await context.close()
  }
}

/** A first visit without throttling, until the page's worker has stored the site. */
async function visitBefore(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'load', timeout: LIMIT })
  await page.waitForFunction('navigator.serviceWorker.controller?.state === "activated"', { timeout: LIMIT })
  await page.close()
}
