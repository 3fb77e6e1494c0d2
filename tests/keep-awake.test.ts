import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchFirefox, tellMissingFirefox } from '../src/browser/launch-firefox.ts'
import { thisMachine } from '../src/browser/machine.ts'
import { POLLING, startBrowser } from './browser.ts'
import { type ConsoleStage, startConsoleStage } from './console-stage.ts'
import { findViolations } from './violations.ts'

/** A name for this machine that no browser trusts as it trusts `localhost`: plain http, no wake lock. */
const HOST = 'stage.example'
const WARNING = '[data-warning="dark"]'

let stage: ConsoleStage
beforeAll(async () => {
  stage = await startConsoleStage()
})
afterAll(() => stage?.kill())

describe.each([
  ['Chromium', true, () => startBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])],
  [
    'Firefox',
    tellMissingFirefox() === undefined,
    () => launchFirefox(thisMachine(), { 'network.dns.localDomains': HOST }),
  ],
] as const)('over plain http in %s', (name, isHere, start) => {
  let browser: Browser
  beforeAll(async () => {
    if (isHere) browser = await start()
  })
  afterAll(() => browser?.close())

  async function visit(canPlay = true): Promise<Page> {
    const page = await browser.newPage()
    page.on('pageerror', (error) => expect.unreachable(String(error)))
    // The film is in no document, so the test remembers it.
    await page.evaluateOnNewDocument((plays) => {
      const { play } = HTMLMediaElement.prototype
      HTMLMediaElement.prototype.play = async function (this: HTMLMediaElement) {
        Object.assign(window, { film: this })
        if (!plays) throw new DOMException('no film here', 'NotSupportedError')
        await play.call(this)
      }
    }, canPlay)
    await page.goto(`${stage.url.replace('localhost', HOST)}presenter#${stage.secret}`)
    await page.waitForSelector('[data-connection="live"]')
    expect(await page.evaluate(() => isSecureContext || 'wakeLock' in navigator)).toBe(false)
    await page.waitForSelector(`${WARNING}[data-dark="touch"]:not([hidden])`)
    return page
  }

  it.skipIf(!isHere)(
    'a film keeps the screen on from the first touch, and again when the page is back',
    async () => {
      const page = await visit()
      if (name === 'Chromium') expect(await findViolations(page, { colours: true })).toEqual([])
      await page.click('[data-act="next"]')
      await page.waitForSelector(WARNING, { hidden: true })
      const isPlaying = () => {
        const { film } = window as unknown as { film: HTMLMediaElement }
        return !film.paused && !film.muted && film.currentTime > 0
      }
      await page.waitForFunction(isPlaying, POLLING)
      await page.evaluate(() => {
        const { film } = window as unknown as { film: HTMLMediaElement }
        film.pause()
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await page.waitForFunction(isPlaying, POLLING)
      await page.close()
    },
  )

  it.skipIf(!isHere)(
    'the console says that the screen may go dark when there is no film either',
    async () => {
      const page = await visit(false)
      await page.click('[data-act="next"]')
      await page.waitForFunction(() => 'film' in window, POLLING)
      await page.waitForSelector(`${WARNING}:not([hidden])`)
      await page.close()
    },
  )
})
