import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { expectOn, expectPlace, PHONE, useBrowser } from './browser.ts'
import { swipe } from './engines.ts'

const visit = useBrowser()
const TABLET = { width: 1180, height: 820, hasTouch: true, isMobile: true }

const present = (hash: string, viewport = PHONE) => visit({ viewport, view: 'presenting', hash })

/** Waits until the controls have this opacity. */
async function expectControls(page: Page, opacity: '0' | '1'): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      getComputedStyle(document.querySelector('header.controls') ?? document.body).opacity === wanted,
    {},
    opacity,
  )
}

const LEFT = [
  { x: 300, y: 400 },
  { x: 60, y: 410 },
] as const
const RIGHT = [
  { x: 60, y: 400 },
  { x: 300, y: 390 },
] as const

describe.each([
  ['phone', PHONE],
  ['tablet', TABLET],
] as const)('a finger on a %s', (_device, viewport) => {
  it('goes on with a swipe to the left and back with one to the right, step by step', async () => {
    const { page, problems } = await present('#sodai', viewport)
    await swipe(page, ...LEFT)
    await expectPlace(page, 'sodai', 1)
    await swipe(page, ...LEFT)
    await expectPlace(page, 'sodai', 2)
    await swipe(page, ...LEFT)
    await expectPlace(page, 'bendrija')
    await swipe(page, ...RIGHT)
    await expectPlace(page, 'sodai', 2)
    await swipe(page, ...RIGHT)
    await expectPlace(page, 'sodai', 1)
    expect(problems).toEqual([])
  })

  it('follows a link with a tap and never moves the talk by it', async () => {
    const { page, problems } = await present('#pabaiga', viewport)
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        event.preventDefault()
        const link = event.target instanceof Element && event.target.closest('a')
        Object.assign(window, { pressed: link ? link.href : 'none' })
      })
    })
    await page.tap('#pabaiga a[href^="mailto:"]')
    await page.waitForFunction(
      () => (window as unknown as { pressed?: string }).pressed === 'mailto:labas@sodai.example',
    )
    await expectPlace(page, 'pabaiga')
    expect(problems).toEqual([])
  })

  it('brings the controls with a tap, presses no hidden one, and the reading control works', async () => {
    const { page, problems } = await present('#taryba', viewport)
    await expectControls(page, '0')
    const box = await page.$eval('[data-control="view"]', (control) =>
      control.getBoundingClientRect().toJSON(),
    )
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await expectControls(page, '1')
    await expectPlace(page, 'taryba')
    await page.tap('[data-control="view"]')
    await page.waitForFunction(() => document.documentElement.dataset['view'] === 'reading')
    expect(problems).toEqual([])
  })

  it('chooses a slide in the overview, where a swipe does not move the talk', async () => {
    const { page } = await present('#pradzia', viewport)
    await page.keyboard.press('o')
    await expectOn(page, '.overview .slides')
    await swipe(page, ...LEFT)
    expect(await page.evaluate(() => location.hash)).toBe('#pradzia')
    // For a moment after a swipe the browser takes a tap for a part of it.
    await expect
      .poll(async () => {
        if (await page.$('.overview')) await page.tap('#taryba')
        return page.$('.overview')
      })
      .toBe(null)
    await expectPlace(page, 'taryba')
  })

  it('ends the black screen with a tap and presses nothing behind it', async () => {
    const { page } = await present('#sodai', viewport)
    await page.keyboard.press('b')
    await expectOn(page, '.pause-overlay')
    await swipe(page, ...LEFT)
    await expectOn(page, '.pause-overlay')
    // For a moment after a swipe the browser takes a tap for a part of it.
    await expect
      .poll(async () => {
        await page.touchscreen.tap(viewport.width / 2, viewport.height / 2)
        return page.$eval('.pause-overlay', (overlay) =>
          overlay.checkVisibility({ visibilityProperty: true }),
        )
      })
      .toBe(false)
    await expectPlace(page, 'sodai')
  })
})

describe('a slide that is longer than the phone', () => {
  it('scrolls with a finger and stays on the screen', async () => {
    const small = { ...PHONE, width: 320, height: 480 }
    const { page, problems } = await present('#nauda-sausra', small)
    const long = await page.$eval('#nauda-sausra', (slide) => slide.scrollHeight > slide.clientHeight)
    expect(long).toBe(true)
    await swipe(page, { x: 160, y: 400 }, { x: 165, y: 120 })
    await page.waitForFunction(() => (document.querySelector('#nauda-sausra')?.scrollTop ?? 0) > 50)
    await expectPlace(page, 'nauda-sausra')
    expect(problems).toEqual([])
  })
})

describe('two fingers', () => {
  it('are left to the browser, which zooms the page', async () => {
    const { page } = await present('#sodai')
    await pinch(page)
    await expectPlace(page, 'sodai')
  })
})

async function pinch(page: Page): Promise<void> {
  const fingers = await page.createCDPSession()
  const at = (distance: number) => [
    { x: PHONE.width / 2 - distance, y: 400, id: 0 },
    { x: PHONE.width / 2 + distance, y: 400, id: 1 },
  ]
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(30) })
  for (let distance = 40; distance <= 150; distance += 10) {
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(distance) })
  }
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.waitForFunction(() => (visualViewport?.scale ?? 1) > 1.2)
}
