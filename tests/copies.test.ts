import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { addressOf, expectAllReady, expectIn, expectPlace, LANGUAGES } from './browser.ts'
import { type ConsoleStage, startConsoleStage } from './console-stage.ts'
import { describeEngines, openView } from './engines.ts'
import { IDS } from './talk.ts'

const FULL = { width: 1280, height: 720 }
const PHONE = { width: 390, height: 664 }

let stage: ConsoleStage
beforeAll(async () => {
  stage = await startConsoleStage()
})
afterAll(() => stage.kill())

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

describeEngines('small copies of slides', (visit) => {
  it.each(LANGUAGES)('have the slide’s own lines in the overview and the console (%s)', async (language) => {
    const page = await visit(FULL)
    await openView(page, 'presenting', addressOf(language, `#${IDS[0]}`))
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
    for (const size of [FULL, PHONE]) {
      await page.setViewport(size)
      await page.keyboard.press('o')
      await expectIn(page, () => document.querySelector('.overview') !== null)
      await expect.poll(() => readLines(page, '.overview .slide')).toEqual(lines)
      expect(await findCut(page, '.overview .slide')).toEqual([])
      await page.keyboard.press('o')
      await expectIn(page, () => document.querySelector('.overview') === null)
    }
    const console = await visit({ width: 1366, height: 768 })
    await console.goto(`${stage.url}${language === 'en' ? 'en/' : ''}presenter`)
    await expectIn(console, () => document.querySelector('[data-preview="next"] .slide') !== null)
    // Until its fonts have arrived, a line may end elsewhere.
    await expect.poll(() => readLines(console, '.strip .slide')).toEqual(lines)
    for (const copies of ['.strip', '[data-preview="now"]', '[data-preview="next"]'])
      expect(await findCut(console, `${copies} .slide`), copies).toEqual([])
  })
})
