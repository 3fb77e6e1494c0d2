import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { addressOf, expectOn, expectPlace, expectReading, openIn, resize } from './browser.ts'
import { readPdf } from './pdf-content.ts'
import { copyBuiltProject, startStage } from './stage-process.ts'
import { FIREFOX, startFirefox, WITHOUT_FIREFOX } from './start-firefox.ts'
import { COURSE, IDS, normalise, readTalk } from './talk.ts'

const SECRET = makeSecret()

/** A wide one, a phone, and the wide one at 400 %. */
const SCREENS = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
]

/** The whole of the deck in the other engine, over WebDriver BiDi. */
describe.skipIf(FIREFOX === undefined)(`Firefox${WITHOUT_FIREFOX}`, () => {
  let browser: Browser
  const problems: string[] = []
  beforeAll(async () => {
    browser = await startFirefox()
  })
  afterAll(() => browser?.close())

  async function visit(width: number, height: number): Promise<Page> {
    const page = await browser.newPage()
    problems.length = 0
    page.on('console', (message) => problems.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => problems.push(`error: ${String(error)}`))
    await page.setViewport({ width, height })
    return page
  }

  it('reads: every word, and on each screen nothing wider than the window, every link to its slide', async () => {
    const page = await visit(1280, 720)
    await openIn(page, 'reading', addressOf('lt'))
    const texts = await page.$$eval('.slide', (slides) => slides.map((slide) => slide.textContent))
    for (const [index, text] of texts.entries()) {
      const words = normalise(text).toLowerCase()
      for (const word of (readTalk('lt')[index] ?? '').toLowerCase().split(' ')) expect(words).toContain(word)
    }
    expect(await page.evaluate(() => document.fonts.check('700 20px "Bricolage Grotesque"'))).toBe(true)
    for (const screen of SCREENS) {
      await resize(page, screen)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider).toBe(0)
      const isBar = await page.$eval('.contents-toggle', (toggle) => toggle.checkVisibility())
      for (const id of ['zygis', 'bendrija']) {
        if (isBar) await page.click('.contents-toggle')
        await expectOn(page, '.contents')
        await page.click(`.contents a[href="#${id}"]`)
        await expectReading(page, id)
        await page.waitForSelector(`.contents a[href="#${id}"][aria-current]`)
        if (isBar) await expectOn(page, '.contents', false)
      }
    }
    expect(problems).toEqual([])
    await page.close()
  })

  it('presents: every slide and step there and back, the overview, the help, the other language', async () => {
    const page = await visit(1280, 720)
    await openIn(page, 'presenting', addressOf('lt', '#pradzia'))
    for (const { slide, steps } of COURSE) {
      for (let step = 0; step < steps; step++) {
        await expectPlace(page, slide, step)
        await page.keyboard.press('ArrowRight')
      }
      await expectPlace(page, slide, steps)
      const longer = await page.$eval('.slide.present', (shown) => shown.scrollHeight - shown.clientHeight)
      expect(longer, slide).toBe(0)
      if (slide !== 'pradzia') expect(await page.evaluate(() => document.activeElement?.id)).toBe(slide)
      await page.keyboard.press('ArrowRight')
    }
    for (const { slide, steps } of COURSE.toReversed()) {
      for (let step = steps; step >= 0; step--) {
        await expectPlace(page, slide, step)
        await page.keyboard.press('PageUp')
      }
    }
    await page.keyboard.press('o')
    await expectOn(page, '.overview .slides')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expectPlace(page, 'pabaiga')
    await page.keyboard.press('?')
    await expectOn(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectOn(page, '#help[open]', false)
    await page.focus('[data-control="help"]')
    await page.keyboard.press(' ')
    await expectOn(page, '#help[open]')
    await page.keyboard.press('Escape')
    await expectPlace(page, 'pabaiga')
    await page.keyboard.press('l')
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await expectPlace(page, 'pabaiga')
    expect(problems).toEqual([])
    await page.close()
  })

  it('gives the keys of the hall’s window to the console, which keeps the talk when it is opened again', async () => {
    const stage = startStage(copyBuiltProject(), [], { STAGE_SECRET: SECRET })
    const { origin } = await stage.opened
    const console = await visit(1366, 768)
    await console.goto(`${origin}/presenter#${SECRET}`)
    await console.waitForSelector('[data-connection="live"]')
    const hall = await visit(1280, 720)
    await hall.goto(`${origin}/hall`)
    await hall.waitForSelector('html[data-ready]')
    await hall.keyboard.press('PageDown')
    await hall.keyboard.press('PageDown')
    await expectPlace(hall, 'sodai', 1)
    for (const key of ['F5', 'Escape', 'r', 'o', 'Tab', 'Enter', "'", '/'] as const)
      await hall.keyboard.press(key)
    await console.reload()
    await console.waitForSelector('[data-connection="live"]')
    await console.keyboard.press('PageDown')
    await expectPlace(hall, 'sodai', 2)
    expect(problems).toEqual([])
    await Promise.all([hall, console].map((page) => page.close()))
    stage.kill('SIGINT')
    await stage.ended
  })

  it.each(['reading', 'presenting'] as const)('prints one slide a page, whole, while %s', async (view) => {
    const page = await visit(1280, 720)
    await openIn(page, view, addressOf('lt', '#zygis'))
    const margin = { top: 0, right: 0, bottom: 0, left: 0 }
    const { pages } = await readPdf(
      await page.pdf({ width: '13.3333in', height: '7.5in', margin, printBackground: true }),
    )
    expect(pages.map(({ size }) => size)).toEqual(IDS.map(() => '960 × 540'))
    const squeeze = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
    const shapes = await listShapes(page)
    for (const [index, { words }] of pages.entries()) {
      const printed = squeeze(words.join('') + (shapes[index] ?? ''))
      const missing = (readTalk('lt')[index] ?? '')
        .split(' ')
        .filter((word) => !printed.includes(squeeze(word)))
      expect(missing, `page ${index + 1}`).toEqual([])
    }
    await page.close()
  })
})

/** The text of each slide in a heavier weight of the variable font: Firefox prints it as shapes. */
function listShapes(page: Page): Promise<string[]> {
  return page.$$eval('.slide', (slides) =>
    slides.map((slide) =>
      [...slide.querySelectorAll('*')]
        .filter((element) => {
          const { fontFamily, fontWeight } = getComputedStyle(element)
          return fontWeight !== '400' && fontFamily.startsWith('"Instrument Sans"')
        })
        .map(({ textContent }) => textContent)
        .join(''),
    ),
  )
}
