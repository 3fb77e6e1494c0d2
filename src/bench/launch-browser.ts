import puppeteer, { type Browser } from 'puppeteer-core'
import { getBrowser } from '../browser/get-browser.ts'
import { launchOptions } from '../browser/launch-browser.ts'

/**
 * Larger than any page measured here, in pixels of the screen. What lies beyond the window's edge is never drawn:
 * where only that changes, the browser tells of the next frame with anything else in it.
 */
const WINDOW = '--window-size=1600,1700'

/** The browser that is measured; gets one where there is none. Throws as the exports' browser does. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const options = launchOptions(await getBrowser(console.error))
  return puppeteer.launch({ ...options, args: [...(options.args ?? []), WINDOW, ...args] })
}
