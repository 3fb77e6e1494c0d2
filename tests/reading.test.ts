import { describe, expect, it } from 'vitest'
import {
  addressOf,
  expectOn,
  expectPlace,
  expectReading,
  LANGUAGES,
  lookAtReading,
  open,
  openIn,
  PHONE,
  press,
  resize,
  useBrowser,
  WIDE,
} from './browser.ts'

const visit = useBrowser()

const read = (hash = '', viewport = WIDE) => visit({ view: 'reading', hash, viewport })

describe('the first view', () => {
  it.each([
    ['presents on a wide screen', WIDE, 'presenting'],
    ['is for reading on a phone', PHONE, 'reading'],
    ['is for reading in a portrait window', { width: 1000, height: 1400 }, 'reading'],
    ['is for reading in a narrow window', { width: 900, height: 600 }, 'reading'],
    ['is for reading on a tablet', { width: 1180, height: 820, hasTouch: true, isMobile: true }, 'reading'],
  ] as const)('%s', async (_what, viewport, view) => {
    const { page, problems } = await visit({ viewport })
    await page.goto(addressOf('lt'))
    await page.waitForFunction((wanted) => document.documentElement.dataset['view'] === wanted, {}, view)
    expect(problems).toEqual([])
  })
})

describe('reading', () => {
  it('does not load reveal.js', async () => {
    const { page } = await visit({ viewport: PHONE })
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url())
    })
    await openIn(page, 'reading', addressOf('lt'))
    await page.waitForNetworkIdle({ idleTime: 100 })
    expect(scripts.filter((url) => url.includes('reveal'))).toEqual([])
    expect(scripts.length).toBeGreaterThan(0)
  })

  it('leaves the keys that scroll to the browser, and ignores those of presenting', async () => {
    const { page } = await read()
    const moves = ['ArrowDown', 'PageDown', ' ', 'End', 'Home', 'ArrowRight']
    for (const key of [...moves, 'b', '.', 'o', 'Escape', 'Enter']) {
      const wasLeft = await page.evaluate(
        (name) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
          ),
        key,
      )
      expect(wasLeft, key).toBe(true)
    }
    await press(page, 'Space')
    await page.waitForFunction(() => scrollY > 0)
  })

  it('updates the address while scrolling, without new entries in the history', async () => {
    const { page, problems } = await read()
    const entries = await page.evaluate(() => history.length)
    for (const id of ['bendrija', 'pabaiga', 'taryba']) {
      await page.evaluate(
        (slide) => document.getElementById(slide)?.scrollIntoView({ behavior: 'instant' }),
        id,
      )
      await expectReading(page, id)
    }
    expect(await page.evaluate(() => history.length)).toBe(entries)
    expect(problems).toEqual([])
  })

  it('starts presenting with R on the slide in view', async () => {
    const { page, problems } = await read()
    await page.evaluate(() =>
      document.getElementById('nauda-sausra')?.scrollIntoView({ behavior: 'instant' }),
    )
    await expectReading(page, 'nauda-sausra')
    await press(page, 'r')
    await expectPlace(page, 'nauda-sausra')
    expect(problems).toEqual([])
  })

  it('goes to a slide with G, opens the help sheet with ? and goes to the other language with L', async () => {
    const { page } = await read('#bendrija')
    await press(page, 'g')
    await expectOn(page, '#jump[open]')
    await page.keyboard.type('8')
    await press(page, 'Enter')
    await expectReading(page, 'zygis')
    await press(page, '?')
    await expectOn(page, '#help[open]')
    await press(page, 'Escape')
    await expectOn(page, '#help[open]', false)
    await press(page, 'l')
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await expectReading(page, 'zygis')
  })

  it('shows every step of every slide', async () => {
    const { page } = await read()
    const hidden = await page.$$eval(
      '.fragment',
      (steps) => steps.filter((step) => getComputedStyle(step).opacity === '0').length,
    )
    expect(hidden).toBe(0)
  })
})

describe.each([
  ['a wide screen', WIDE],
  ['a phone', PHONE],
] as const)('an address with a slide, read on %s', (_screen, viewport) => {
  it('is at the top of the window and stays there', async () => {
    const { page, problems } = await read('', viewport)
    for (const id of ['pradzia', 'nauda-planas', 'zygis', 'pabaiga']) {
      await page.goto('about:blank')
      await open(page, addressOf('lt', `#${id}`))
      await expectReading(page, id)
      const first = await lookAtReading(page)
      await page.waitForFunction(() => document.readyState === 'complete')
      expect(await lookAtReading(page)).toEqual(first)
    }
    expect(problems).toEqual([])
  })

  it('stays in place when a slide before it turns out longer, frames later', async () => {
    const { page } = await read('', viewport)
    await page.evaluate(async () => {
      // Not every browser anchors the scroll position.
      document.documentElement.style.overflowAnchor = 'none'
      location.hash = 'zygis'
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      const before = document.getElementById('kaita')
      if (before !== null) before.style.blockSize = '300vh'
    })
    await expectReading(page, 'zygis')
  })

  it('is still in place after presenting', async () => {
    const { page } = await read('#pradzia', viewport)
    for (const id of ['zygis', 'nauda-sausra', 'sodai', 'pabaiga']) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, id)
      await press(page, 'r')
      await expectPlace(page, id)
      await press(page, 'r')
      await expectReading(page, id)
    }
  })
})

describe('turning a phone, or another zoom', () => {
  it.each([
    [PHONE, { ...PHONE, width: 844, height: 390 }],
    [
      { width: 1280, height: 720 },
      { width: 640, height: 360 },
    ],
  ])('stays at the slide one reads (%j)', async (before, after) => {
    const { page } = await read('', before)
    for (const id of ['bendrija', 'nauda-sausra', 'zygis']) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, id)
      for (const viewport of [after, before]) {
        await resize(page, viewport)
        await expectReading(page, id)
      }
    }
  })
})

describe('the skip link', () => {
  it.each(LANGUAGES)('is the first stop of the Tab key and leads to the slides (%s)', async (language) => {
    const { page } = await visit({ view: 'reading', language })
    await press(page, 'Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await press(page, 'Enter')
    await expectReading(page, 'pradzia')
    await press(page, 'Tab')
    const next = await page.evaluate(() => document.activeElement?.closest('main') !== null)
    expect(next).toBe(true)
  })
})
