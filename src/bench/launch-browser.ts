import puppeteer, { type Browser } from 'puppeteer-core'
import { getBrowser } from '../browser/get-browser.ts'
import { launchOptions } from '../browser/launch-browser.ts'

/**
 * Larger than any page measured here, in screen pixels. A browser does not draw what is outside the window,
 * and reports such a change only with a later frame.
 */
const WINDOW = '--window-size=1600,1700'

/** Starts the browser to measure, and downloads one if there is none. Throws as the exports' browser does. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const options = launchOptions(await getBrowser(console.error))
  return puppeteer.launch({ ...options, args: [...(options.args ?? []), WINDOW, ...args] })
}
