import type { Browser, BrowserContext, Page, Viewport } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { startBrowser } from './browser.ts'
import { type ConsoleStage, startConsoleStage } from './console-stage.ts'
import { IDS } from './talk.ts'

export const LAPTOP: Viewport = { width: 1366, height: 768 }

interface Visit {
  readonly viewport?: Viewport
  /** Another window of the same browser, when given. */
  readonly beside?: Page
  readonly language?: 'lt' | 'en'
  /** Whether its address has the room's secret; by default it has. */
  readonly hasKey?: boolean
}

export interface Consoles {
  readonly stage: ConsoleStage
  /** Opens the console. It closes after its test, or after the file, where it was opened before the first test. */
  visit(options?: Visit): Promise<Page>
}

/** Starts a stage and a browser for the test file. Call it once; what it returns is there when its hooks have run. */
export function useConsoles(): Consoles {
  let browser: Browser
  let stage: ConsoleStage
  let leaving: BrowserContext[] = []
  beforeAll(async () => {
    ;[browser, stage] = await Promise.all([startBrowser(), startConsoleStage()])
  })
  beforeEach(() => {
    leaving = []
  })
  afterEach(async () => {
    await Promise.all(leaving.map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await stage?.kill()
  })
  return {
    get stage() {
      return stage
    },
    async visit({ viewport = LAPTOP, beside, language = 'lt', hasKey = true } = {}) {
      const context = beside?.browserContext() ?? (await browser.createBrowserContext())
      if (beside === undefined) leaving.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => expect.unreachable(String(error)))
      await page.setViewport(viewport)
      const path = `${language === 'en' ? 'en/' : ''}presenter`
      await page.goto(stage.url + path + (hasKey ? `#${stage.secret}` : ''))
      await expectConnection(page, hasKey ? 'live' : 'locked')
      return page
    },
  }
}

export async function expectConnection(page: Page, connection: string): Promise<void> {
  await page.waitForSelector(`[data-connection="${connection}"]`)
}

/** Where the console is, by its strip, its preview and its notes. */
export function lookAtConsole(page: Page) {
  return page.evaluate(() => {
    const now = document.querySelector('[data-preview="now"] .slide')
    const taken = [...(now?.querySelectorAll('.fragment.visible') ?? [])].map((step) =>
      Number(step.getAttribute('data-fragment-index')),
    )
    const current = document.querySelector<HTMLElement>('.strip li:has([aria-current])')
    const notes = document.querySelector<HTMLElement>('[data-notes]')
    return {
      slides: [current?.dataset['slide'], notes?.dataset['notes']],
      label: now?.getAttribute('aria-label')?.replace(/ .*/, ''),
      step: Math.max(-1, ...taken) + 1,
    }
  })
}

/** Waits until strip, preview and notes are at this slide and step. */
export async function expectConsole(page: Page, slide: string, step = 0): Promise<void> {
  await expect
    .poll(() => lookAtConsole(page))
    .toEqual({ slides: [slide, slide], label: String(IDS.indexOf(slide) + 1), step })
}

/** Closes the dialog if there is one. The browser does what Escape asks for in its own time. */
export async function closeDialog(page: Page): Promise<void> {
  if ((await page.$('dialog[open]')) === null) return
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
}

/** What a place in the page says. */
export function say(page: Page, name: string): Promise<string> {
  return page.$eval(`[data-out="${name}"]`, (output) => output.textContent ?? '')
}

/** Waits until a place in the page says something. */
export async function expectSaid(page: Page, name: string, pattern: RegExp): Promise<void> {
  const says = (selector: string, wanted: string) =>
    new RegExp(wanted).test(document.querySelector(selector)?.textContent ?? '')
  await page.waitForFunction(says, { polling: 'mutation' }, `[data-out="${name}"]`, pattern.source)
}

export const expectRunning = (page: Page) => expectSaid(page, 'elapsed', /[1-9]/)
