import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { STRINGS } from '../src/strings/strings.ts'
import {
  addressOf,
  expectIn,
  expectOn,
  expectPlace,
  expectReading,
  LANGUAGES,
  lookAtReading,
  openIn,
  PHONE,
  resize,
  useBrowser,
  WIDE,
} from './browser.ts'
import { IDS, normalise, TITLES } from './talk.ts'

const visit = useBrowser()

const SMALL = { width: 320, height: 256 }
const LANDSCAPE = { width: 667, height: 375 }
const TABLET = { width: 1024, height: 768 }

/** As Safari 16 and Firefox 115 are: they throw at a selector they do not know. */
const WITHOUT_POPOVERS = `{
  const { matches } = Element.prototype
  Element.prototype.matches = function (selector) {
    if (selector.includes(':popover-open')) throw new SyntaxError(selector)
    return matches.call(this, selector)
  }
  delete HTMLElement.prototype.popover
}`

/** The links of the contents that say one is there. */
const listCurrent = (page: Page) =>
  page.$$eval('.contents [aria-current]', (links) => links.map((link) => link.getAttribute('href')))

const scrollTo = (page: Page, id: string) =>
  page.evaluate((slide) => document.getElementById(slide)?.scrollIntoView({ behavior: 'instant' }), id)

describe.each(LANGUAGES)('the contents (%s)', (language) => {
  it('name every slide in the order of the talk, as plain links', async () => {
    const { page } = await visit({ scripts: false })
    await page.goto(addressOf(language))
    const links = await page.$$eval('.contents a', (found) =>
      found.map((link) => [link.getAttribute('href'), link.textContent]),
    )
    expect(links.map(([href, text]) => [href, normalise(text ?? '')])).toEqual(
      IDS.map((id, index) => [`#${id}`, `${index + 1} ${TITLES[language][index]}`]),
    )
  })

  it('show where one is, in the column and in the bar alike', async () => {
    const { page, problems } = await visit({ viewport: WIDE, view: 'reading', language })
    expect(await listCurrent(page)).toEqual(['#pradzia'])
    for (const id of ['taryba', 'pabaiga']) {
      await scrollTo(page, id)
      await expectReading(page, id)
      await expect.poll(() => listCurrent(page)).toEqual([`#${id}`])
    }
    await resize(page, PHONE)
    await expectOn(page, '.contents-toggle')
    const shown = await page.$eval('.contents-toggle', (toggle) => toggle.textContent)
    expect(normalise(shown)).toBe(`9 ${TITLES[language][8]}`)
    const name = await page.$eval('.contents-toggle', (toggle) => toggle.ariaLabel ?? '')
    expect(normalise(name)).toBe(`9 ${TITLES[language][8]}, ${STRINGS[language].contents}`)
    expect(problems).toEqual([])
  })
})

describe.each([
  ['a phone', PHONE],
  ['a phone on its side', LANDSCAPE],
  ['a screen at 400 %', SMALL],
  ['a small laptop', TABLET],
] as const)('the contents on %s', (_screen, viewport) => {
  it('are a sheet that gives the focus back to the keyboard, and that a link of it closes and leads there', async () => {
    const { page, problems } = await visit({ viewport, view: 'reading' })
    await expectOn(page, '.contents', false)
    await page.focus('.contents-toggle')
    await page.keyboard.press('Enter')
    await expectOn(page, '.contents')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#pradzia')
    await page.keyboard.press('Escape')
    await expectOn(page, '.contents', false)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('contents-toggle')
    await page.click('.contents-toggle')
    await expectOn(page, '.contents')
    await page.click('.contents a[href="#zygis"]')
    await expectOn(page, '.contents', false)
    await expectReading(page, 'zygis')
    expect(problems).toEqual([])
  })

  it('open and lead there without any script', async () => {
    const { page } = await visit({ viewport, scripts: false })
    await page.goto(addressOf('lt'))
    await page.click('.contents-toggle')
    await expectOn(page, '.contents')
    await page.click('.contents a[href="#bendrija"]')
    await expect.poll(() => lookAtReading(page)).toMatchObject({ slide: 'bendrija' })
  })
})

it('a browser without popovers has the keys all the same', async () => {
  const { page, problems } = await visit()
  await page.evaluateOnNewDocument(WITHOUT_POPOVERS)
  await openIn(page, 'presenting', addressOf('lt', '#taryba'))
  await page.keyboard.press('ArrowRight')
  await expectPlace(page, 'nauda-planas')
  expect(problems).toEqual([])
})

it('long contents open at the slide that is read, and follow it', async () => {
  const { page } = await visit({ viewport: LANDSCAPE })
  await openIn(page, 'reading', `${addressOf('lt')}#pabaiga`)
  const isCurrentSeen = () => {
    const list = document.querySelector('.contents')?.getBoundingClientRect()
    const link = document.querySelector('.contents [aria-current]')?.getBoundingClientRect()
    return list !== undefined && link !== undefined && link.top >= list.top && link.bottom <= list.bottom
  }
  await page.click('.contents-toggle')
  await expectOn(page, '.contents')
  await expectIn(page, isCurrentSeen)
  await page.$eval('.contents', (list) => list.scrollTo(0, 0))
  await page.$eval('#zygis', (slide) => slide.scrollIntoView())
  await expectReading(page, 'zygis')
  await expectIn(page, isCurrentSeen)
})

it('the contents are not there while presenting, and close when one begins to', async () => {
  const { page } = await visit({ viewport: PHONE, view: 'reading' })
  await page.click('.contents-toggle')
  await expectOn(page, '.contents')
  await page.keyboard.press('r')
  await page.waitForFunction(() => document.documentElement.dataset['view'] === 'presenting')
  for (const selector of ['.contents', '.contents-toggle', '.anchor']) await expectOn(page, selector, false)
  await page.keyboard.press('r')
  await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading')
  await expectOn(page, '.contents', false)
})

it('the contents close at a press beside them where the browser leaves them open', async () => {
  const { page } = await visit({ viewport: PHONE, view: 'reading' })
  // Such a popover closes by itself as little as any does on iOS 17.0 to 18.2.
  await page.$eval('.contents', (contents) => contents.setAttribute('popover', 'manual'))
  await page.click('.contents-toggle')
  await expectOn(page, '.contents')
  await page.mouse.click(380, 800)
  await expectOn(page, '.contents', false)
  await page.click('.contents-toggle')
  await expectOn(page, '.contents')
})

it.each(LANGUAGES)(
  'a link stands at every title, says which slide it is, and is large enough (%s)',
  async (language) => {
    const { page } = await visit({ viewport: PHONE, view: 'reading', language })
    const links = await page.$$eval('.slide', (slides) =>
      slides.map((slide) => {
        const link = slide.querySelector<HTMLAnchorElement>('.title + .anchor')
        const { width, height } = link?.getBoundingClientRect() ?? { width: 0, height: 0 }
        return { hash: link?.hash, name: link?.ariaLabel, large: Math.min(width, height) >= 44 }
      }),
    )
    const { anchor, position } = STRINGS[language]
    const name = (index: number) => anchor(TITLES[language][index] ?? '', position(index + 1, IDS.length))
    expect(links).toEqual(IDS.map((id, index) => ({ hash: `#${id}`, name: name(index), large: true })))
  },
)

describe('a page that is read', () => {
  it.each([
    ['a wide screen', WIDE],
    ['a phone', PHONE],
    ['a phone on its side', LANDSCAPE],
    ['a screen at 400 %', SMALL],
  ] as const)('never scrolls sideways, snaps nowhere and traps no scrolling on %s', async (_s, viewport) => {
    const { page } = await visit({ viewport, view: 'reading' })
    const found = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const slides = [...document.querySelectorAll('.slide, .slide *')]
      return {
        wider: scrollWidth - clientWidth,
        scrollers: slides.filter((element) =>
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
        ).length,
        snap: getComputedStyle(document.documentElement).scrollSnapType,
      }
    })
    expect(found).toEqual({ wider: 0, scrollers: 0, snap: 'none' })
  })

  it('breaks „SAUSRA-23“ at no line’s end, in either language', async () => {
    for (const language of LANGUAGES) {
      const { page } = await visit({ viewport: { width: 320, height: 568 } })
      await openIn(page, 'reading', addressOf(language, '#nauda-sausra'))
      const lines = await page.$$eval('#nauda-sausra .unbroken', (words) =>
        words.map((word) => `${word.textContent} ${word.getClientRects().length}`),
      )
      expect(lines).toEqual(['SAUSRA-23 1'])
    }
  })

  it('hyphenates running text only while it is read, and no heading', async () => {
    const { page } = await visit({ viewport: PHONE, view: 'reading', hash: '#nauda-sausra' })
    const hyphens = () =>
      page.$$eval('#nauda-sausra :is(.text p, .title)', (found) =>
        found.map((element) => getComputedStyle(element).hyphens),
      )
    expect(await hyphens()).toEqual(['manual', 'auto', 'auto'])
    await page.keyboard.press('r')
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'presenting')
    expect(new Set(await hyphens())).toEqual(new Set(['manual']))
  })

  it('is as large at 400 % as WCAG asks of a page zoomed in: twice the size it has at 100 %', async () => {
    const { page } = await visit()
    const sizeAt = async (width: number, height: number) => {
      await resize(page, { width, height })
      return page.$eval('#nauda-sausra .text p', (text) => Number.parseFloat(getComputedStyle(text).fontSize))
    }
    await openIn(page, 'reading', addressOf('lt'))
    for (const size of ['1280x1024', '1366x768', '1920x1080']) {
      const [width = 0, height = 0] = size.split('x').map(Number)
      const whole = await sizeAt(width, height)
      const zoomed = 4 * (await sizeAt(Math.round(width / 4), Math.round(height / 4)))
      expect(zoomed / whole, size).toBeGreaterThanOrEqual(2)
    }
  })
})
