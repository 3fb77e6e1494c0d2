import { Page } from 'puppeteer-core'
import { expect, it, onTestFinished } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { addressOf, expectIn, expectPlace, expectReading } from './browser.ts'
import { describeEngines, expectShown, openView, swipe } from './engines.ts'
import { openHost } from './open-host.ts'
import { readPdf } from './read-pdf.ts'
import { findLost, IDS, OUTLINE, readTalk } from './talk.ts'

const WIDE = { width: 1280, height: 720 }
const PHONE = { width: 390, height: 664 }
const PHONE_ON_ITS_SIDE = { width: 750, height: 342 }

describeEngines('presenting', (visit, engine) => {
  it('goes through every slide and step, there and back', async () => {
    const page = await visit(WIDE)
    await openView(page, 'presenting', addressOf('lt', '#pradzia'))
    for (const { slide, steps } of OUTLINE) {
      for (let step = 0; step < steps; step++) {
        await expectPlace(page, slide, step)
        await page.keyboard.press('ArrowRight')
      }
      await expectPlace(page, slide, steps)
      const { longer, focus } = await page.evaluate(() => {
        const shown = document.querySelector('.slide.present')
        const longer = (shown?.scrollHeight ?? 0) - (shown?.clientHeight ?? 0)
        return { longer, focus: document.activeElement?.id }
      })
      expect(longer, slide).toBe(0)
      if (slide !== 'pradzia') expect(focus).toBe(slide)
      await page.keyboard.press('ArrowRight')
    }
    for (const { slide, steps } of OUTLINE.toReversed()) {
      for (let step = steps; step >= 0; step--) {
        await expectPlace(page, slide, step)
        await page.keyboard.press('PageUp')
      }
    }
  })

  it('chooses in the overview, helps, and changes the language', async () => {
    const page = await visit(WIDE)
    await openView(page, 'presenting', addressOf('lt', '#sodai'))
    await expectPlace(page, 'sodai')
    await page.keyboard.press('o')
    await expectShown(page, '.overview .slides')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'pabaiga')
    await page.keyboard.press('?')
    await expectShown(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectShown(page, '#help[open]', false)
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-control="help"]')?.focus())
    await page.keyboard.press(' ')
    await expectShown(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectPlace(page, 'pabaiga')
    await page.keyboard.press('l')
    await expectIn(page, () => document.documentElement.lang === 'en')
    await expectPlace(page, 'pabaiga')
  })

  it('goes on with a finger, and keeps slide and step when the phone is turned and the page loaded anew', async () => {
    const page = await visit(PHONE)
    await openView(page, 'presenting', addressOf('lt', '#sodai'))
    const [left, right] = [
      { x: 60, y: 410 },
      { x: 300, y: 400 },
    ]
    await expectPlace(page, 'sodai')
    await swipe(page, right, left)
    for (const screen of [PHONE, PHONE_ON_ITS_SIDE, PHONE]) {
      await page.setViewport(screen)
      await expectPlace(page, 'sodai', 1)
    }
    await swipe(page, right, left)
    await expectPlace(page, 'sodai', 2)
    await swipe(page, right, left)
    await expectPlace(page, 'bendrija')
    await swipe(page, left, right)
    await expectPlace(page, 'sodai', 2)
    await page.evaluate(() => {
      document.documentElement.dataset['isOld'] = ''
      location.reload()
    })
    await expectIn(page, () => !('isOld' in document.documentElement.dataset))
    await expectPlace(page, 'sodai', 2)
  })

  it('needs no network after the first visit, nor does reading, in both languages', async () => {
    const page = await visit(WIDE)
    const { url, cut } = await openHost()
    onTestFinished(cut)
    await openView(page, 'reading', url)
    await expectIn(page, () => navigator.serviceWorker.controller?.state === 'activated')
    await cut()
    await page.goto(`${url}en/#zygis`)
    await expectReading(page, 'zygis')
    await page.keyboard.press('r')
    await expectPlace(page, 'zygis')
    await page.keyboard.press('l')
    await expectIn(page, () => document.documentElement.lang === 'lt')
    await expectPlace(page, 'zygis')
    await page.keyboard.press('ArrowRight')
    await expectPlace(page, 'zygis', 1)
    await expectIn(page, () => document.fonts.check('700 20px "Bricolage Grotesque"'))
  })

  it('is printed as one whole slide a page, and so is reading', async () => {
    const page = await visit(WIDE)
    await openView(page, 'reading', addressOf('lt', '#zygis'))
    await expectReading(page, 'zygis')
    await expectPrinted(page)
    await page.keyboard.press('r')
    await expectPlace(page, 'zygis')
    await expectPrinted(page)
    await expectPlace(page, 'zygis')
    // WebKit's driver cannot print; what Chromium prints has tests of its own.
    if (engine === 'firefox' && page instanceof Page) await expectPdf(page)
  })
})

/**
 * Gives the page what it gets before it is printed, its print styles and `beforeprint`, looks at it, and takes both
 * away. Not every driver can print.
 */
async function expectPrinted(page: DrivenPage): Promise<void> {
  await pretendToPrint(page, 'beforeprint')
  const pages = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.slide[id]')].map((slide) => ({
      size: `${Math.round(slide.offsetWidth)} × ${Math.round(slide.offsetHeight)}`,
      isWhole: slide.scrollHeight <= slide.clientHeight && slide.scrollWidth <= slide.clientWidth,
      text: slide.innerText,
      isShown: slide.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !slide.inert,
    })),
  )
  expect(pages).toMatchObject(IDS.map(() => ({ size: '1280 × 720', isWhole: true, isShown: true })))
  const texts = pages.map(({ text }) => text)
  expect(findLost(texts, 'lt')).toEqual([])
  await expectShown(page, '.controls', false)
  await pretendToPrint(page, 'afterprint')
}

function pretendToPrint(page: DrivenPage, event: 'beforeprint' | 'afterprint'): Promise<void> {
  return page.evaluate((type) => {
    const swap = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          const { media } = rule
          media.mediaText = media.mediaText.replace(/screen|print/g, (name) =>
            name === 'print' ? 'screen' : 'print',
          )
        }
        if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) swap(rule.cssRules)
      }
    }
    for (const sheet of document.styleSheets) swap(sheet.cssRules)
    dispatchEvent(new Event(type))
  }, event)
}

/** Expects that Firefox prints one slide a page, whole. */
async function expectPdf(page: Page): Promise<void> {
  const margin = { top: 0, right: 0, bottom: 0, left: 0 }
  const options = { width: '13.3333in', height: '7.5in', margin, printBackground: true }
  const pages = await readPdf(await page.pdf(options))
  expect(pages.map(({ size }) => size)).toEqual(IDS.map(() => '960 × 540'))
  // The text in a heavier weight of the variable font it prints as shapes.
  const shapes = await page.$$eval('.slide', (slides) =>
    slides.map((slide) => {
      const isHeavy = (element: Element) => {
        const { fontFamily, fontWeight } = getComputedStyle(element)
        return fontWeight !== '400' && fontFamily.startsWith('"Instrument Sans"')
      }
      const heavy = [...slide.querySelectorAll('*')].filter(isHeavy)
      return heavy.map(({ textContent }) => textContent).join('')
    }),
  )
  const squeeze = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  for (const [index, { text }] of pages.entries()) {
    const printed = squeeze(text + (shapes[index] ?? ''))
    const words = readTalk('lt')[index]?.split(' ') ?? []
    expect(
      words.filter((word) => !printed.includes(squeeze(word))),
      `page ${index + 1}`,
    ).toEqual([])
  }
}
