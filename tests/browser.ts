import type { Browser, BrowserContext, KeyInput, Page, Viewport } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, vi } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { getPrinter } from '../src/browser/get-browser.ts'
import { launchBrowser } from '../src/browser/launch-browser.ts'

/** Sizes of screens the tests use, in CSS pixels. */
export const WIDE: Viewport = { width: 1280, height: 720 }
export const PHONE: Viewport = { width: 390, height: 844, hasTouch: true, isMobile: true }

export interface Visitor {
  readonly page: Page
  /** Events that must not happen: console messages, errors, failed requests, requests to other hosts. */
  readonly problems: string[]
}

export interface VisitorOptions {
  readonly viewport?: Viewport
  readonly scripts?: boolean
  /** Whether the site may install its service worker; only tests about it want that. */
  readonly worker?: boolean
  /** The host of the visit, if it is not the one that all tests share. */
  readonly host?: string
  /** Opens the talk in this view; without it, nothing is opened yet. */
  readonly view?: 'reading' | 'presenting'
  readonly language?: Language
  readonly hash?: string
}

/**
 * Starts the browser for tests, if possible as a headless shell, in which a visit takes a third of the time.
 * `flags` are the browser's own; the caller closes it.
 */
export async function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = await getPrinter(console.error)
  return launchBrowser(console.error, { executablePath, args: [...flags] })
}

/**
 * Starts one browser for the test file. Each visitor has a context of its own with its own storage, which
 * closes after its test (or after the file, for a visitor from before the first test). `flags` are the
 * browser's own.
 */
export function useBrowser(flags: readonly string[] = []): (options?: VisitorOptions) => Promise<Visitor> {
  let browser: Browser | undefined
  let leaving: BrowserContext[] = []
  beforeAll(async () => {
    browser = await startBrowser(flags)
  })
  beforeEach(() => {
    leaving = []
  })
  afterEach(async () => {
    await Promise.all(leaving.map((context) => context.close()))
  })
  afterAll(() => browser?.close())
  return async ({
    viewport = WIDE,
    scripts = true,
    worker = false,
    host = new URL(inject('siteUrl')).host,
    view,
    language = 'lt',
    hash = '',
  } = {}) => {
    if (browser === undefined) throw new Error('the browser has not been started')
    const context = await browser.createBrowserContext()
    leaving.push(context)
    const page = await context.newPage()
    await page.setViewport(viewport)
    await page.setJavaScriptEnabled(scripts)
    if (!worker)
      await page.evaluateOnNewDocument(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    // Only tests about motion want motion.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    const problems = watch(page, host)
    if (view !== undefined) await openIn(page, view, addressOf(language, hash))
    return { page, problems }
  }
}

function watch(page: Page, host: string): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (!isAboutSpeed(message.text())) problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`error: ${String(error)}`))
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.host !== host) problems.push(`other host: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`)
  })
  return problems
}

export type Language = 'lt' | 'en'
export const LANGUAGES: readonly Language[] = ['lt', 'en']

/** The address of the talk in a language. */
export function addressOf(language: Language, hash = ''): string {
  return inject('siteUrl') + (language === 'lt' ? '' : 'en/') + hash
}

/** Opens the talk and waits until its script is ready. */
export async function open(page: DrivenPage, address: string): Promise<void> {
  await page.goto(address)
  await settle(page)
}

/**
 * How often conditions are checked. By default Puppeteer checks on every frame, but a window behind another
 * one paints no frames.
 */
export const POLLING = { polling: 50 }

/** Waits until the page's view is ready, whichever view it is. */
export async function settle(page: DrivenPage): Promise<void> {
  await expectIn(page, () => {
    const { view, ready } = document.documentElement.dataset
    const link = document.querySelector<HTMLAnchorElement>('[data-control="language"]')
    return view === 'presenting' ? ready !== undefined : view === 'reading' && link?.hash !== ''
  })
}

/**
 * Chromium gives this advice when a busy machine takes seconds to paint a page with the font, and when a test
 * measures a slide that waits out of sight.
 */
export function isAboutSpeed(message: string): boolean {
  return /was preloaded using link preload but not used within a few seconds|hidden by content-visibility/.test(
    message,
  )
}

/** Waits until something is true in the page, in any engine. */
export async function expectIn<Value>(
  page: DrivenPage,
  isTrue: (value: Value) => boolean,
  value?: Value,
): Promise<void> {
  const ask = `(${isTrue})(${JSON.stringify(value)})`
  // `expect.poll` serves tests alone; this is called while one is set up, too.
  await vi.waitFor(
    async () => {
      if ((await page.evaluate(ask)) !== true) throw new Error(`not true in the page: ${ask}`)
    },
    { timeout: 20_000, interval: 20 },
  )
}

/** Opens the talk in the given view on any screen. */
export async function openIn(page: Page, view: 'reading' | 'presenting', address: string): Promise<void> {
  await page.evaluateOnNewDocument((wanted) => {
    if (location.protocol !== 'http:') return
    if (sessionStorage.getItem('view') === null) sessionStorage.setItem('view', wanted)
  }, view)
  await open(page, address)
}

/** Presses keys, one after the other. */
export async function press(page: Page, ...keys: readonly KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Gives the window another size, and waits until the page has it. */
export async function resize(page: Page, viewport: Viewport): Promise<void> {
  await page.setViewport(viewport)
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    POLLING,
    viewport,
  )
}

/** What the screen shows while presenting. */
export function look(page: DrivenPage) {
  return page.evaluate(() => {
    // The neighbours of the current slide are painted behind it, and are inert.
    const shown = [...document.querySelectorAll<HTMLElement>('.slides > section')].filter(
      (slide) => !slide.inert && slide.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
    const taken = [...(shown[0]?.querySelectorAll('.fragment.visible') ?? [])].map((step) =>
      Number(step.getAttribute('data-fragment-index')),
    )
    const all = [...(shown[0]?.querySelectorAll('.fragment') ?? [])].map((step) =>
      Number(step.getAttribute('data-fragment-index')),
    )
    // A history entry may hold anything.
    const saved: unknown = history.state?.step
    const historyStep = typeof saved === 'number' ? Math.max(0, Math.min(saved, Math.max(-1, ...all) + 1)) : 0
    return {
      shown: shown.map(({ id }) => id),
      step: Math.max(-1, ...taken) + 1,
      // The screen changes first; the address, its step and all listeners follow.
      historyStep,
      address: location.hash,
      ready: 'ready' in document.documentElement.dataset,
    }
  })
}

/**
 * Waits until the screen shows only this slide in this step, the address names it, and the page takes keys.
 */
export async function expectPlace(page: DrivenPage, slide: string, step = 0): Promise<void> {
  await expect
    .poll(() => look(page))
    .toEqual({ shown: [slide], step, historyStep: step, address: `#${slide}`, ready: true })
}

/** Waits until a presentation has laid out all its slides. After that nothing changes by itself. */
export async function expectAllReady(page: DrivenPage): Promise<void> {
  await expectIn(page, () => document.querySelector('.slides > section:not([data-laid-out])') === null)
}

/** The slide in the middle of the window while reading, and how far its top is from the window's. */
export function lookAtReading(page: DrivenPage) {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll('.slides > section')]
    const boxes = slides.map((slide) => ({ id: slide.id, box: slide.getBoundingClientRect() }))
    const middle = innerHeight / 2
    const found = boxes.find(({ box }) => box.top <= middle && box.bottom > middle)
    return { slide: found?.id, top: Math.round(found?.box.top ?? Number.NaN), address: location.hash }
  })
}

/** Waits until a slide's start is at the window's top, or under the bar on a phone. */
export async function expectReading(page: DrivenPage, slide: string): Promise<void> {
  await expectIn(page, () => document.documentElement.dataset['view'] === 'reading')
  await expect
    .poll(async () => {
      const { slide: found, top, address } = await lookAtReading(page)
      return { slide: found, near: top >= -2 && top <= 50, address }
    })
    .toEqual({ slide, near: true, address: `#${slide}` })
}

/** Controls that lie beyond the window's edges or are too small for a finger. */
export function findUnreachable(page: Page): Promise<string[]> {
  return page.$$eval('.controls a, .controls button', (controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.left < 0 || box.right > innerWidth || Math.min(box.width, box.height) < 44)
      .map(({ control, box }) => `${control.textContent}: ${box.left} to ${box.right} × ${box.height}`),
  )
}

/** Waits until an element is visible, or until it is gone. */
export async function expectOn(page: Page, selector: string, present = true): Promise<void> {
  await page.waitForSelector(selector, present ? { visible: true } : { hidden: true })
}

/**
 * The elements below a selector's element, one line each. Attributes are sorted, as their order has no
 * meaning.
 */
export function describeTree(page: Page, selector: string): Promise<string[]> {
  return page.$eval(selector, (root) =>
    [root, ...root.querySelectorAll('*')].map((element) => {
      const attributes = element.getAttributeNames().map((name) => ` ${name}="${element.getAttribute(name)}"`)
      return `${element.localName}${attributes.toSorted().join('')}`
    }),
  )
}
