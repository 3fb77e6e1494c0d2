import type { Browser } from 'puppeteer-core'
import type { DrivenBrowser } from './driven-page.ts'
import { getPrinter } from './get-browser.ts'
import { launchBrowser } from './launch-browser.ts'
import { launchFirefox, tellMissingFirefox } from './launch-firefox.ts'
import { launchWebKit, tellMissingWebKit } from './launch-webkit.ts'

/** The engines of nearly all browsers. Chromium alone is fetched where it is missing. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const
export type Engine = (typeof ENGINES)[number]

/** What to do where an engine cannot be started; undefined where it can. */
export function tellMissing(engine: Engine): string | undefined {
  return { chromium: () => undefined, firefox: tellMissingFirefox, webkit: tellMissingWebKit }[engine]()
}

/**
 * Starts an engine's browser, whose visitor wants little motion; the caller closes it. Throws where it is
 * missing, with what to do.
 */
export async function launchEngine(engine: Engine): Promise<DrivenBrowser> {
  if (engine === 'webkit') return launchWebKit()
  const browser = await (engine === 'firefox' ? launchFirefox() : launchChromium())
  return {
    async open(size) {
      const page = await browser.newPage()
      await page.setViewport(size)
      return page
    },
    close: () => browser.close(),
  }
}

async function launchChromium(): Promise<Browser> {
  const executablePath = await getPrinter(console.error)
  return launchBrowser(console.error, { executablePath, args: ['--force-prefers-reduced-motion'] })
}
