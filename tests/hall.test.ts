import type { Browser, KeyInput, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { expectPlace, look, POLLING, startBrowser, WIDE } from './browser.ts'
import { swipe } from './engines.ts'
import { copyBuiltProject, endAll, startStage } from './stage-process.ts'
import { findViolations } from './violations.ts'

const secret = makeSecret()
let browser: Browser
let origin: string

beforeAll(async () => {
  browser = await startBrowser()
  const stage = startStage(copyBuiltProject(), [], { STAGE_SECRET: secret })
  origin = (await stage.opened).origin
})
afterAll(async () => {
  await browser?.close()
  await endAll()
})

/** Where the console is: its slide and the number of steps taken. */
function readConsole(console: Page) {
  return console.evaluate(() => ({
    slide: document.querySelector<HTMLElement>('.strip li:has([aria-current])')?.dataset['slide'],
    taken: document.querySelector('[data-preview="now"] [data-out="taken"]')?.textContent,
    black: document.querySelector('[data-act="black"]')?.getAttribute('aria-pressed'),
  }))
}

async function readRoom(): Promise<{ seq: number; slide: string; step: number }> {
  return (await fetch(`${origin}/live/main`, { headers: { Accept: 'application/json' } })).json()
}

async function open(path: string, beside?: Page): Promise<Page> {
  const context = beside?.browserContext() ?? (await browser.createBrowserContext())
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.unreachable(String(error)))
  await page.setViewport(WIDE)
  await page.goto(origin + path)
  return page
}

async function openConsole(beside?: Page): Promise<Page> {
  const console = await open(`/presenter#${secret}`, beside)
  await console.waitForSelector('[data-connection="live"]')
  return console
}

/** The hall, presenting, with its line about who steers. */
async function openHall(beside?: Page): Promise<Page> {
  const hall = await open('/hall', beside)
  await hall.waitForSelector('html[data-ready]')
  return hall
}

async function press(page: Page, ...keys: readonly KeyInput[]): Promise<void> {
  await page.bringToFront()
  for (const key of keys) await page.keyboard.press(key)
}

/** Waits until hall, console and room agree. */
async function expectAll(console: Page, hall: Page, slide: string, step = 0): Promise<void> {
  await expectPlace(hall, slide, step)
  await expect.poll(() => readConsole(console)).toMatchObject({ slide, taken: String(step) })
  await expect.poll(readRoom).toMatchObject({ slide, step })
}

describe('with a console in the same browser, the hall’s window', () => {
  let console: Page
  let hall: Page
  beforeAll(async () => {
    console = await openConsole()
    hall = await openHall(console)
  })
  afterAll(() => console.browserContext().close())
  beforeEach(async () => {
    await press(console, 'End', 'Home')
    await expectAll(console, hall, 'pradzia')
  })

  it('gives its keys to the console, none lost, and the console goes on from there', async () => {
    await press(hall, 'PageDown', 'ArrowRight', ' ', 'ArrowRight')
    await expectAll(console, hall, 'bendrija')
    await press(hall, 'PageUp')
    await expectAll(console, hall, 'sodai', 2)
    await press(console, 'ArrowRight')
    await expectAll(console, hall, 'bendrija')
    await press(hall, 'End')
    await expectAll(console, hall, 'pabaiga')
    await press(hall, 'Home')
    await expectAll(console, hall, 'pradzia')
  })

  it('goes black with the console, and moves on behind it', async () => {
    const isBlack = (wanted: boolean) =>
      expect.poll(() => hall.$('.reveal.paused').then((found) => found !== null)).toBe(wanted)
    await press(hall, '.')
    await isBlack(true)
    await expect.poll(() => readConsole(console)).toMatchObject({ black: 'true' })
    await press(hall, 'PageDown', 'b')
    await isBlack(false)
    await expectAll(console, hall, 'sodai')
  })

  it('gives a click and a swipe to the console; a click opens no link', async () => {
    await press(hall, 'End')
    await expectAll(console, hall, 'pabaiga')
    const link = await hall.waitForSelector('#pabaiga a[href^="mailto"]')
    await link?.click()
    await press(hall, 'Home')
    await expectAll(console, hall, 'pradzia')
    expect(hall.url()).toMatch(/\/hall(#pradzia)?$/)
    // A click that brings a window to the front does nothing else; this one has been there for longer.
    await hall.waitForFunction(() => performance.now() > 500, POLLING)
    await hall.mouse.click(600, 300)
    await expectAll(console, hall, 'sodai')
    const [left, right] = [
      { x: 500, y: 300 },
      { x: 900, y: 305 },
    ]
    await swipe(hall, right, left)
    await expectAll(console, hall, 'sodai', 1)
    await swipe(hall, left, right)
    await expectAll(console, hall, 'sodai')
  })

  it('opens nothing for any other key, keeps its page at F5, and is full screen only by F and F5', async () => {
    await hall.evaluate(() => Object.assign(window, { same: true }))
    const isFull = () => hall.evaluate(() => document.fullscreenElement !== null)
    for (const key of [
      'r',
      'o',
      'g',
      'l',
      't',
      '?',
      'F1',
      '5',
      'Tab',
      'Enter',
      'Escape',
      '/',
      'F7',
    ] as const) {
      await press(hall, key)
      expect(await isFull(), key).toBe(false)
    }
    expect(await hall.$('dialog')).toBeNull()
    expect(await hall.$('.overview, header.controls, .contents')).toBeNull()
    expect(await hall.evaluate(() => document.documentElement.dataset['view'])).toBe('presenting')
    await press(hall, 'F5')
    await expect.poll(isFull).toBe(true)
    await press(hall, 'F5')
    expect(await isFull()).toBe(true)
    await press(hall, 'f')
    await expect.poll(isFull).toBe(false)
    expect(await hall.evaluate(() => 'same' in window)).toBe(true)
    await expectAll(console, hall, 'pradzia')
  })

  it('comes back to the talk when its address is changed by hand', async () => {
    await press(hall, 'PageDown')
    await expectAll(console, hall, 'sodai')
    const before = await hall.evaluate(() => history.length)
    await hall.evaluate(() => location.assign('#taryba'))
    await expectPlace(hall, 'sodai')
    await press(hall, 'PageDown')
    await expectAll(console, hall, 'sodai', 1)
    // Moves leave nothing to go back to.
    expect(await hall.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1)
  })

  it('moves once for a key, also with two consoles', async () => {
    const second = await openConsole(console)
    await press(hall, 'PageDown', 'PageDown', 'PageDown')
    await expectAll(console, hall, 'sodai', 2)
    await expectAll(second, hall, 'sodai', 2)
    await second.close()
  })
})

it('seven windows of one browser share one stream, so that a move finds a connection', async () => {
  const console = await openConsole()
  const hall = await openHall(console)
  await press(console, 'Home', 'PageDown')
  await expectAll(console, hall, 'sodai')
  for (const path of ['/', '/en/', '/hall', '/en/hall', '/en/']) {
    const page = await open(path, console)
    // From then on it hears the room.
    await page.waitForSelector('[data-control="follow"]:not([hidden]), #sodai.present')
  }
  const headers = { Authorization: `Bearer ${secret}` }
  const countStreams = async () => (await fetch(`${origin}/live/main/followers`, { headers })).json()
  await expect.poll(countStreams).toMatchObject({ followers: 1 })
  await press(console, 'End')
  await expectAll(console, hall, 'pabaiga')
  // The window with the stream may be any of them: each one in turn is closed, and the others go on.
  const [, , ...others] = await console.browserContext().pages()
  for (const page of [...others, hall]) await page.close()
  await expect.poll(countStreams).toMatchObject({ followers: 1 })
  await press(console, 'Home', 'PageDown')
  await expect.poll(readRoom).toMatchObject({ slide: 'sodai' })
  await console.browserContext().close()
})

describe('without a console in the same browser, the hall’s window', () => {
  it.each([
    ['lt', '/hall', 'Skaidres valdo pranešėjo pultas'],
    ['en', '/en/hall', 'The speaker’s console steers'],
  ])(
    'moves nowhere and says who steers, even beside a console without the key (%s)',
    async (language, path, words) => {
      const hall = await open(path)
      const hasConsole = language === 'en'
      if (hasConsole) await (await open('/presenter', hall)).waitForSelector('[data-connection="locked"]')
      const { slide, step } = await readRoom()
      await expectPlace(hall, slide, step)
      const before = [await look(hall), await readRoom()]
      await press(hall, 'PageDown', 'End', 'b', 'o')
      const says = (wanted: string) => document.querySelector('.notice')?.textContent?.startsWith(wanted)
      await hall.waitForFunction(says, POLLING, words)
      expect([await look(hall), await readRoom()]).toEqual(before)
      expect(await hall.$('.reveal.paused')).toBeNull()
      expect(await findViolations(hall)).toEqual([])
      await hall.browserContext().close()
    },
  )
})

// Last: from then on the room says in which language the hall is.
describe('the hall’s language', () => {
  it('is chosen on a phone, on a page that a translator has changed, and comes back', async () => {
    const hall = await openHall()
    const phone = await openConsole()
    for (const page of [hall, phone]) {
      // A translator may be faster than the page's script.
      await page.evaluateOnNewDocument(() =>
        document.addEventListener('readystatechange', () => {
          document.documentElement.lang = 'de'
        }),
      )
      await page.reload()
    }
    await phone.waitForSelector('[data-connection="live"]')
    const choose = (language: string) =>
      phone.$eval(`[data-act="hall"][data-language="${language}"]`, (button) =>
        (button as HTMLElement).click(),
      )
    for (const [language, path, key, slide] of [
      ['en', '/en/hall', 'End', 'pabaiga'],
      ['lt', '/hall', 'Home', 'pradzia'],
    ] as const) {
      await choose(language)
      await hall.waitForFunction((wanted) => location.pathname === wanted, POLLING, path)
      await hall.waitForSelector('html[data-ready]')
      await phone.waitForSelector(`[data-act="hall"][data-language="${language}"][aria-pressed="true"]`)
      // And it stays there.
      await hall.evaluate(() => Object.assign(window, { same: true }))
      await press(phone, key)
      await expectPlace(hall, slide)
      expect(await hall.evaluate(() => 'same' in window)).toBe(true)
    }
    await Promise.all([hall, phone].map((page) => page.browserContext().close()))
  })
})
