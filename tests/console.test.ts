import type { Page } from 'puppeteer-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectIn, PHONE, press, resize } from './browser.ts'
import { IDS } from './talk.ts'
import { closeDialog, expectConsole, expectRunning, LAPTOP, useConsoles } from './use-consoles.ts'
import { findViolations } from './violations.ts'

const NARROW = { width: 1024, height: 640 }
const SIZES = [
  [1366, 768],
  [1366, 640],
  [1024, 768],
  [1920, 1080],
  [2560, 1080],
  [800, 600],
  [844, 390],
  [667, 375],
  [640, 400],
] as const

const consoles = useConsoles()
const { visit } = consoles

async function openJump(page: Page): Promise<void> {
  await press(page, 'g')
  await page.waitForSelector('#jump[open]')
}

describe('the keys', () => {
  let page: Page
  beforeAll(async () => {
    page = await visit()
  })
  beforeEach(async () => {
    await closeDialog(page)
    await press(page, 'Home')
    await expectConsole(page, 'pradzia')
  })

  it('are several for each direction; held down, one counts once', async () => {
    await press(page, 'ArrowRight')
    for (const [next, back] of [
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowDown', 'ArrowUp'],
      ['PageDown', 'PageUp'],
      ['n', 'p'],
      ['Space', 'p'],
    ] as const) {
      await press(page, next)
      await expectConsole(page, 'sodai', 1)
      await press(page, back)
      await expectConsole(page, 'sodai', 0)
    }
    for (let times = 0; times < 5; times++) await page.keyboard.down('ArrowRight')
    await page.keyboard.up('ArrowRight')
    await press(page, 'ArrowRight')
    await expectConsole(page, 'sodai', 2)
  })

  it('go step by step onto the next slide, and back onto its last step; the next one is shown as it will be', async () => {
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectConsole(page, 'bendrija')
    await press(page, 'ArrowLeft')
    await expectConsole(page, 'sodai', 2)
    await press(page, 'End')
    await expectConsole(page, 'pabaiga')
    await press(page, 'ArrowRight')
    await expectConsole(page, 'pabaiga')
    await press(page, 'Home', 'ArrowLeft')
    await expectConsole(page, 'pradzia')
    await press(page, 'ArrowRight', 'ArrowRight')
    const next = () =>
      page.$$eval('[data-preview="next"] .fragment', (steps) =>
        steps.map((step) => [step.getAttribute('data-fragment-index'), step.classList.contains('visible')]),
      )
    const isNext = expect.arrayContaining([
      ['0', true],
      ['1', true],
    ])
    expect(await next()).toEqual(isNext)
    await press(page, 'End')
    await page.waitForSelector('.end:not([hidden])')
    expect(await next()).toEqual([])
  })

  it('B and . make the screen black and bring it back; the talk may move meanwhile', async () => {
    await press(page, 'b')
    await page.waitForSelector('[data-act="black"][aria-pressed="true"]')
    await page.waitForSelector('.black:not([hidden])')
    await press(page, 'ArrowRight')
    await expect.poll(() => consoles.stage.read()).toMatchObject({ slide: 'sodai', blank: true })
    await press(page, '.')
    await expect.poll(() => consoles.stage.read()).toMatchObject({ slide: 'sodai', blank: false })
  })

  it('+ and − change the size of the notes, within reason', async () => {
    const size = () => page.$eval('.cues', (cues) => Number.parseFloat(getComputedStyle(cues).fontSize))
    const usual = await size()
    await press(page, '+', '+')
    expect(await size()).toBeGreaterThan(usual * 1.3)
    for (let times = 0; times < 12; times++) await press(page, '-')
    expect(await size()).toBeLessThan(usual)
    expect(await size()).toBeGreaterThan(12)
  })

  it('G asks for a slide, and typing there steers nothing', async () => {
    await openJump(page)
    await page.keyboard.type('b n. 99 ')
    await press(page, 'Enter')
    await page.waitForSelector('#jump-error:not([hidden])')
    await expectConsole(page, 'pradzia')
    expect(await page.$('.black:not([hidden])')).toBeNull()
    await closeDialog(page)
    await openJump(page)
    await page.keyboard.type('ben')
    await press(page, 'Enter')
    await expectConsole(page, 'bendrija')
  })

  it('G finds a slide by the keys of the number row, which type letters on a Lithuanian keyboard', async () => {
    const session = await page.createCDPSession()
    /** What a Lithuanian keyboard types with a key of the number row. */
    const type = async (digit: string, text: string) => {
      const key = { key: text, code: `Digit${digit}`, text, windowsVirtualKeyCode: 48 + Number(digit) }
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    }
    await openJump(page)
    await type('6', 'š')
    await press(page, 'Enter')
    await expectConsole(page, 'nauda-sausra')
    await openJump(page)
    // With other letters it is the beginning of a title.
    await type('6', 'š')
    await page.keyboard.type('iand')
    await press(page, 'Enter')
    await expectConsole(page, 'zygis')
  })

  it('Space and Enter press the button that has the focus, and nothing else; Space after a click goes on', async () => {
    for (const key of ['Space', 'Enter'] as const) {
      await page.focus('[data-act="black"]')
      await press(page, key)
      await page.waitForSelector(`[data-act="black"][aria-pressed="${key === 'Space'}"]`)
    }
    await expectConsole(page, 'pradzia')
    await page.$eval('[data-act="black"]', (button) => button instanceof HTMLElement && button.blur())
    await page.click('[data-act="black"]')
    await page.click('[data-act="black"]')
    await press(page, 'Space')
    await expectConsole(page, 'sodai')
    expect(await page.$('.black:not([hidden])')).toBeNull()
  })

  it('F5, which clickers send for “start”, is full screen and loads nothing anew', async () => {
    await page.evaluate(() => Object.assign(window, { same: true }))
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
    await press(page, 'F5')
    await expect.poll(isFull).toBe(true)
    await press(page, 'f')
    await expect.poll(isFull).toBe(false)
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
  })

  it('O goes to the strip, where Tab and Enter choose', async () => {
    await press(page, 'o', 'Tab', 'Tab', 'Enter')
    await expectConsole(page, 'bendrija')
  })

  it('keep the current slide in sight in a strip with no room for all, in a window of another size too', async () => {
    const isCurrentSeen = () => {
      const list = document.querySelector('.strip > ol')
      const [whole, part] = [list, document.querySelector('.strip [aria-current]')].map((one) =>
        one?.getBoundingClientRect(),
      )
      if (!list || !whole || !part) return false
      const isScrolled = list.scrollWidth > list.clientWidth || list.scrollHeight > list.clientHeight
      const [x, y] = [(part.left + part.right) / 2, (part.top + part.bottom) / 2]
      return isScrolled && x > whole.left && x < whole.right && y > whole.top && y < whole.bottom
    }
    await resize(page, NARROW)
    await press(page, 'End')
    await expectConsole(page, 'pabaiga')
    await expectIn(page, isCurrentSeen)
    await resize(page, { ...NARROW, width: NARROW.width - 40 })
    await expectIn(page, isCurrentSeen)
    await resize(page, LAPTOP)
  })

  it('bring slides without their ids, and their addresses in the slides’ own letters', async () => {
    for (const slide of IDS) {
      await page.$eval(`.strip [data-slide="${slide}"] button`, (button) => (button as HTMLElement).click())
      await expectConsole(page, slide)
      const ids = await page.$$eval('[id]', (elements) => elements.map(({ id }) => id))
      expect(ids).toEqual([...new Set(ids)])
    }
    const fonts = await page.$$eval('.slide .address', (links) =>
      links.map((link) => [
        getComputedStyle(link).fontFamily.slice(0, 17),
        getComputedStyle(link).fontWeight,
      ]),
    )
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toEqual(['"Instrument Sans"', '400'])
  })
})

describe('on a phone', () => {
  it('shows time, slide, step and notes, and steers by large buttons; all is large enough for a finger', async () => {
    const page = await visit({ viewport: PHONE })
    await press(page, 'Home')
    await expectConsole(page, 'pradzia')
    const moves = await page.$$eval('.moves button', (buttons) =>
      buttons.map((button) => button.getBoundingClientRect().toJSON()),
    )
    expect(moves.length).toBe(2)
    for (const { height, bottom } of moves) {
      expect(height).toBeGreaterThanOrEqual(72)
      expect(bottom).toBeLessThanOrEqual(844)
      expect(bottom).toBeGreaterThan(810)
    }
    expect(moves[1].width / moves[0].width).toBeGreaterThan(1.7)
    await expectTargets(page)
    await page.tap('[data-act="next"]')
    await page.tap('[data-act="next"]')
    await expectConsole(page, 'sodai', 1)
    const caption = await page.$eval('[data-preview="now"] .headline', (text) => text.textContent)
    expect(caption?.replace(/\s+/g, ' ').trim()).toBe('Dabar 2/9 Draugija žingsnis 1 iš 2')
    for (const selector of [
      '[data-tile="elapsed"]',
      '.cues',
      '[data-preview="now"] .slide',
      '[data-act="black"]',
    ]) {
      expect(await page.$eval(selector, (element) => element.checkVisibility()), selector).toBe(true)
    }
    await page.tap('[data-act="previous"]')
    await expectConsole(page, 'sodai')
    await expectNoViolations(page)
  })
})

it('shows the notes and the move buttons at 640 × 400, a laptop at 200 %, without scrolling', async () => {
  const page = await visit({ viewport: { width: 640, height: 400 } })
  await page.waitForSelector('[data-notes-state="here"]')
  const boxes = await page.$$eval('.cues, .moves, [data-preview="now"] .frame', (parts) =>
    parts.map((part) => part.getBoundingClientRect().toJSON()),
  )
  expect(boxes).toHaveLength(3)
  for (const { top, bottom, width, height } of boxes) {
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(400)
    expect(width * height).toBeGreaterThan(10_000)
  }
  // Nothing is empty: notes and slide together are as wide as the window.
  const widths = boxes.filter(({ top }) => top < 300).map(({ width }) => width)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(560)
})

it('in English its help sheet is so, and axe finds nothing in any state, with any dialog', async () => {
  const page = await visit({ language: 'en' })
  await press(page, 'Home')
  await expectNoViolations(page)
  await press(page, '?')
  const help = await page.$eval('#help[open]', (sheet) => sheet.textContent)
  expect(help).toMatch(/Next step.*Black screen.*Start or pause the timer/s)
  expect(await page.$eval('#help', (sheet) => sheet.closest('[lang]')?.getAttribute('lang'))).toBe('en')
})

describe.each(['lt', 'en'] as const)('in a window of any size (%s)', (language) => {
  it('everything fits and nothing covers anything else; axe finds nothing, nor where the key is asked for', async () => {
    // Without the key and after a reset there are the most controls.
    const page = await visit({ language, hasKey: false })
    await press(page, 't')
    await expectRunning(page)
    await page.click('[data-act="reset"]')
    await page.waitForSelector('[data-act="undo"]:not([hidden])')
    const warn = (wanted: boolean) =>
      page.$eval('[data-warning="dark"]', (one, hidden) => one.toggleAttribute('hidden', hidden), !wanted)
    for (const [width, height] of SIZES) {
      await resize(page, { width, height })
      for (const warned of [true, false]) {
        await warn(warned)
        expect(await page.evaluate(findCutTiles), `${width} × ${height}`).toEqual([])
      }
      expect(await page.evaluate(findMisplaced), `${width} × ${height}`).toEqual([])
      await expectTargets(page)
    }
    await resize(page, LAPTOP)
    // The same colours in both languages.
    const colours = language === 'lt'
    expect(await findViolations(page, { colours })).toEqual([])
    await page.click('[data-act="key"]')
    await page.type('#key-text', 'labas')
    await press(page, 'Enter')
    await page.waitForSelector('#key-error:not([hidden])')
    expect(await findViolations(page, { colours })).toEqual([])
  })
})

/** Slides of the strip whose height is not all in sight. In several rows one scrolls to the others. */
function findCutTiles(): string[] {
  const strip = document.querySelector('.strip')?.getBoundingClientRect()
  const tiles = [...document.querySelectorAll<HTMLElement>('.strip li')].filter((one) =>
    one.checkVisibility(),
  )
  const cut = tiles.filter((one) => one.getBoundingClientRect().bottom > (strip?.bottom ?? 0) + 1)
  return cut.map(({ dataset }) => dataset['slide'] ?? '')
}

/** Parts that lie beyond the window's edges or cover each other, and the page if it scrolls. */
function findMisplaced(): string[] {
  const parts = [...document.querySelectorAll('.times > *, .preview, .notes, .strip, .actions > *')]
    .map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
  const outside = parts.filter(({ box }) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
  const covered = parts.flatMap((one, index) =>
    parts
      .slice(index + 1)
      .filter(
        ({ box }) =>
          box.left < one.box.right - 1 &&
          box.right > one.box.left + 1 &&
          box.top < one.box.bottom - 1 &&
          box.bottom > one.box.top + 1,
      )
      .map((other) => `${one.name} and ${other.name}`),
  )
  const root = document.documentElement
  const scrolls = root.scrollWidth > innerWidth || root.scrollHeight > innerHeight ? ['the page'] : []
  return [...outside.map(({ name }) => `outside: ${name}`), ...covered, ...scrolls]
}

/** Controls that a finger or a pointer may miss: smaller than 44 pixels. The strip's are as high as its slides. */
async function expectTargets(page: Page): Promise<void> {
  const small = await page.$$eval('.console :is(button, a).button', (controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .map((control) => ({ text: control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ text }) => text),
  )
  expect(small).toEqual([])
}

/** Expects that axe finds nothing in any state of a console that has the key, with any dialog. */
async function expectNoViolations(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([])
  await press(page, 'ArrowRight', 'ArrowRight', 'b')
  await page.waitForSelector('.black:not([hidden])')
  expect(await findViolations(page)).toEqual([])
  await press(page, 'b', 'End')
  for (const key of ['?', 'g'] as const) {
    await press(page, key)
    await page.waitForSelector('dialog[open]')
    expect(await findViolations(page)).toEqual([])
    await closeDialog(page)
  }
  await page.$eval('[data-act="phone"]', (button) => button instanceof HTMLElement && button.click())
  await page.waitForSelector('#phone[open]')
  expect(await findViolations(page)).toEqual([])
  await closeDialog(page)
}
