import { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { expectIn, WIDE } from './browser.ts'
import { type ConsoleStage, startConsoleStage } from './console-stage.ts'
import { describeEngines } from './engines.ts'
import { findViolations } from './violations.ts'

/** An address of this machine that no browser trusts as it trusts `localhost`: plain http, no wake lock. */
const HOST = '[::ffff:127.0.0.1]'

let stage: ConsoleStage
beforeAll(async () => {
  stage = await startConsoleStage()
})
afterAll(() => stage?.kill())

/** Whether the console says that the screen may go dark; `touch`: until it is touched. */
const expectWarning = (page: DrivenPage, warning: 'none' | 'touch' | 'settings') =>
  expectIn(
    page,
    (wanted) => {
      const line = document.querySelector<HTMLElement>('[data-warning="dark"]')
      return (line?.hidden === false ? line.dataset['dark'] : 'none') === wanted
    },
    warning,
  )

const expectPlaying = (page: DrivenPage) =>
  expectIn(page, () => {
    const { film } = window as { film?: HTMLMediaElement }
    return film?.paused === false && !film.muted && film.currentTime > 0
  })

describeEngines('over plain http', (visit) => {
  async function openConsole(canPlay: boolean): Promise<DrivenPage> {
    const page = await visit(WIDE)
    await page.goto(`${stage.url.replace('localhost', HOST)}presenter#${stage.secret}`)
    await expectIn(page, () => document.querySelector('[data-connection="live"]') !== null)
    expect(await page.evaluate(() => isSecureContext || 'wakeLock' in navigator)).toBe(false)
    await expectWarning(page, 'touch')
    // The film is in no document, so the test remembers it.
    await page.evaluate((plays) => {
      const { play } = HTMLMediaElement.prototype
      HTMLMediaElement.prototype.play = async function (this: HTMLMediaElement) {
        Object.assign(window, { film: this })
        if (!plays) throw new DOMException('no film here', 'NotSupportedError')
        await play.call(this)
      }
    }, canPlay)
    return page
  }

  it('a film keeps the screen on from the first touch, and again when the page is back', async () => {
    const page = await openConsole(true)
    if (page instanceof Page) expect(await findViolations(page, { colours: true })).toEqual([])
    await page.click('[data-act="next"]')
    await expectWarning(page, 'none')
    await expectPlaying(page)
    await page.evaluate(() => {
      const { film } = window as { film?: HTMLMediaElement }
      film?.pause()
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expectPlaying(page)
    await expectWarning(page, 'none')
  })

  it('the console says that the screen may go dark when there is no film either', async () => {
    const page = await openConsole(false)
    await page.click('[data-act="next"]')
    await expectWarning(page, 'settings')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expectWarning(page, 'touch')
  })
})
