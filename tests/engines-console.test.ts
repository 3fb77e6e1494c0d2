import { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { addressOf, expectAllReady, expectIn, expectPlace, WIDE } from './browser.ts'
import { type ConsoleStage, startConsoleStage } from './console-stage.ts'
import { describeEngines, openView } from './engines.ts'
import { findViolations } from './violations.ts'

const PHONE = { width: 390, height: 664 }

/** An address of this machine that no browser trusts as it trusts `localhost`: plain http, no wake lock. */
const HOST = '[::ffff:127.0.0.1]'

let stage: ConsoleStage
beforeAll(async () => {
  stage = await startConsoleStage()
})
afterAll(() => stage?.kill())

/** The lines of all texts on the slides that a selector finds, whatever their scale: `Miesto sodų | diena`. */
function readLines(page: DrivenPage, selector: string): Promise<string[]> {
  return page.evaluate((slides) => {
    const range = document.createRange()
    return [...document.querySelectorAll(`${slides} .body`)].flatMap((body) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      const lines: string[] = []
      let left = Number.POSITIVE_INFINITY
      while (walker.nextNode() !== null) {
        const text = walker.currentNode
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          const box = range.getBoundingClientRect()
          if (box.width === 0) continue
          if (box.left <= left) lines.push(word)
          else lines.push(`${lines.pop()} ${word}`)
          left = box.left
        }
      }
      return lines
    })
  }, selector)
}

/** Copies whose text is wider or higher than the copy lets one see. */
function findCut(page: DrivenPage, selector: string): Promise<string[]> {
  return page.evaluate((slides) => {
    const range = document.createRange()
    return [...document.querySelectorAll(slides)].flatMap((slide) => {
      const box = slide.getBoundingClientRect()
      return [...slide.querySelectorAll('h1, h2, p, dd')].flatMap((text) => {
        range.selectNodeContents(text)
        const { left, right, top, bottom, width } = range.getBoundingClientRect()
        const isIn = left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom
        return width === 0 || isIn ? [] : [text.textContent ?? '']
      })
    })
  }, selector)
}

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

describeEngines('the console', (visit, engine) => {
  it('has copies of slides with their own lines, as the overview has', async () => {
    const page = await visit(WIDE)
    await openView(page, 'presenting', addressOf('lt', '#pradzia'))
    await expectPlace(page, 'pradzia')
    await expectAllReady(page)
    // In another font a line may end elsewhere.
    await page.evaluate('document.fonts.ready.then(() => true)')
    // What the browser skips, out of sight, it may not have laid out when its lines are read.
    await page.evaluate(() => {
      for (const slide of document.querySelectorAll<HTMLElement>('.slides > .slide'))
        slide.style.setProperty('content-visibility', 'visible', 'important')
    })
    const lines = await readLines(page, '.slides > .slide')
    expect(lines.length).toBeGreaterThan(60)
    for (const size of [WIDE, PHONE]) {
      await page.setViewport(size)
      await page.keyboard.press('o')
      await expectIn(page, () => document.querySelector('.overview') !== null)
      await expect.poll(() => readLines(page, '.overview .slide')).toEqual(lines)
      expect(await findCut(page, '.overview .slide')).toEqual([])
      await page.keyboard.press('o')
      await expectIn(page, () => document.querySelector('.overview') === null)
    }
    const console = await visit({ width: 1366, height: 768 })
    await console.goto(`${stage.url}presenter`)
    await expectIn(console, () => document.querySelector('[data-preview="next"] .slide') !== null)
    // Until its fonts have arrived, a line may end elsewhere.
    await expect.poll(() => readLines(console, '.strip .slide')).toEqual(lines)
    for (const copies of ['.strip', '[data-preview="now"]', '[data-preview="next"]'])
      expect(await findCut(console, `${copies} .slide`), copies).toEqual([])
  })

  async function openOverHttp(canPlay: boolean): Promise<DrivenPage> {
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

  it('keeps the screen on over plain http by a film, from the first touch on, and again when it is back', async () => {
    const page = await openOverHttp(true)
    if (engine === 'chromium' && page instanceof Page) expect(await findViolations(page)).toEqual([])
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

  it('says that the screen may go dark when there is no film either', async () => {
    const page = await openOverHttp(false)
    await page.click('[data-act="next"]')
    await expectWarning(page, 'settings')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expectWarning(page, 'touch')
  })
})
