import type { Browser, BrowserContext, Page, Viewport } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { PREFERENCES } from '../src/proof/screens.ts'
import { findUnreachable, PHONE, POLLING, resize, startBrowser, WIDE } from './browser.ts'
import { copyBuiltProject, endAll, type StageProcess, startStage } from './stage-process.ts'
import { findFaintColours, findViolations } from './violations.ts'

let browser: Browser
let folder: string
let stage: StageProcess
let origin: string
/** Any free one at first, then the same again. */
let port = '0'
const secret = makeSecret()
const COLOURS = [PREFERENCES.dark, PREFERENCES.contrast, PREFERENCES['dark-contrast'], PREFERENCES.forced]

beforeAll(async () => {
  browser = await startBrowser()
  folder = copyBuiltProject()
  origin = await openStage()
})
afterEach(async () => {
  for (const context of browser.browserContexts()) {
    if (context !== browser.defaultBrowserContext()) await context.close()
  }
})
afterAll(async () => {
  await browser?.close()
  await endAll()
})

async function openStage(): Promise<string> {
  stage = startStage(folder, ['--port', port], { STAGE_SECRET: secret })
  const { origin } = await stage.opened
  port = new URL(origin).port
  return origin
}

/** A person with a browser of their own. */
async function comeIn(path: string, viewport: Viewport): Promise<Page> {
  const context = await browser.createBrowserContext()
  return openTab(await context.newPage(), path, viewport)
}

async function openTab(page: Page, path: string, viewport: Viewport): Promise<Page> {
  await page.setViewport(viewport)
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.goto(origin + path)
  return page
}

/** The speaker's console, in a browser of their own unless one is given. */
async function openConsole(context?: BrowserContext): Promise<Page> {
  const tab = await (context ?? (await browser.createBrowserContext())).newPage()
  const console = await openTab(tab, `/presenter#${secret}`, { width: 1366, height: 768 })
  await isLive(console)
  return console
}

/** The speaker's browser: the console, and the hall's screen beside it. */
async function speak(): Promise<{ console: Page; hall: Page }> {
  const context = await browser.createBrowserContext()
  const hall = await openTab(await context.newPage(), '/hall', WIDE)
  return { console: await openConsole(context), hall }
}

const isLive = (console: Page) => console.waitForSelector('[data-connection="live"]')

/** Waits until a page shows a slide, and where it presents, so many of its steps. */
function shows(page: Page, slide: string, steps = 0): Promise<unknown> {
  return page.waitForFunction(
    (wanted, taken) => {
      if (document.documentElement.dataset['view'] === 'reading') {
        const box = document.getElementById(wanted)?.getBoundingClientRect()
        return box !== undefined && box.top < innerHeight / 2 && box.bottom > innerHeight / 2
      }
      const present = document.querySelector('.slide.present')
      const visible = [...(present?.querySelectorAll<HTMLElement>('.fragment.visible') ?? [])]
      const last = Math.max(-1, ...visible.map(({ dataset }) => Number(dataset['fragmentIndex'])))
      return present?.id === wanted && last + 1 === taken
    },
    POLLING,
    slide,
    steps,
  )
}

async function jumpTo(console: Page, wanted: string): Promise<void> {
  await console.bringToFront()
  await console.keyboard.press('g')
  await console.waitForSelector('dialog[open] input')
  await console.keyboard.type(wanted)
  await console.keyboard.press('Enter')
  await console.waitForFunction(() => document.querySelector('dialog[open]') === null, POLLING)
}

const FOLLOW = '[data-control="follow"]'

async function follow(page: Page): Promise<void> {
  await page.waitForSelector(`${FOLLOW}:not([hidden])`)
  await page.$eval(FOLLOW, (control) => (control as HTMLElement).click())
}

const isFollowing = (page: Page, expected: boolean) =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector(selector)?.ariaPressed === String(wanted),
    POLLING,
    FOLLOW,
    expected,
  )

// Before the first move: from then on the hall is where the room is.
test('an address that a chat has changed finds its slide on the stage, too', async () => {
  for (const path of ['/', '/hall']) {
    const page = await comeIn(`${path}#Nauda%2DSausra).`, WIDE)
    await shows(page, 'nauda-sausra')
    await page.waitForFunction(() => location.hash === '#nauda-sausra', POLLING)
  }
})

test('the hall, a reader on a phone and a presenting page in English follow the console, step by step', async () => {
  const { console, hall } = await speak()
  await jumpTo(console, 'sodai')
  const [phone, english] = await Promise.all([comeIn('/', PHONE), comeIn('/en/', WIDE)])
  await Promise.all([follow(phone), follow(english)])
  await console.keyboard.press('ArrowRight')
  await Promise.all([shows(hall, 'sodai', 1), shows(phone, 'sodai'), shows(english, 'sodai', 1)])
  await console.keyboard.press('PageDown')
  await console.keyboard.press('PageDown')
  await Promise.all([shows(hall, 'bendrija'), shows(phone, 'bendrija'), shows(english, 'bendrija')])
})

test('axe finds no violation where one may follow and where one does, in any colours', async () => {
  const console = await openConsole()
  await jumpTo(console, 'bendrija')
  const still = { name: 'prefers-reduced-motion', value: 'reduce' }
  for (const [address, viewport] of [
    ['/', PHONE],
    ['/', WIDE],
    ['/en/', PHONE],
    ['/en/', WIDE],
  ] as const) {
    const page = await comeIn(address, viewport)
    await page.waitForSelector(`${FOLLOW}:not([hidden])`)
    const session = await page.createCDPSession()
    for (const follows of [false, true]) {
      if (follows) {
        await follow(page)
        await shows(page, 'bendrija')
      }
      expect(await findViolations(page, { colours: false }), `${address} ${follows}`).toEqual([])
      // The same colours in both languages, and elsewhere the same as for who may not follow.
      for (const features of address === '/' ? [[], ...COLOURS] : []) {
        await session.send('Emulation.setEmulatedMedia', { features: [...features, still] })
        expect(await findFaintColours(page, '.controls'), `${follows} ${JSON.stringify(features)}`).toEqual(
          [],
        )
      }
    }
    await page.close()
  }
})

test('the control to follow covers nothing of the first slide on a phone', async () => {
  const console = await openConsole()
  await jumpTo(console, 'bendrija')
  for (const address of ['/', '/en/']) {
    const page = await comeIn(address, PHONE)
    await page.waitForSelector(`${FOLLOW}:not([hidden])`)
    const covered = await page.evaluate((selector) => {
      const control = document.querySelector(selector)?.getBoundingClientRect()
      const slide = document.querySelector('.slide')
      if (control === undefined || slide === null) return ['no control or no slide']
      const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(text)
        const isCovered = [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            left < control.right && right > control.left && top < control.bottom && bottom > control.top,
        )
        if (isCovered) found.push(text.textContent ?? '')
      }
      return found
    }, FOLLOW)
    expect(covered, address).toEqual([])
    await page.close()
  }
})

test('all controls can be reached on small phones while one follows', async () => {
  const console = await openConsole()
  await jumpTo(console, 'bendrija')
  for (const address of ['/', '/en/']) {
    const page = await comeIn(address, PHONE)
    await follow(page)
    for (const view of ['reading', 'presenting']) {
      await page.waitForFunction(
        (wanted) => document.documentElement.dataset['view'] === wanted,
        POLLING,
        view,
      )
      for (const width of [320, 360, 390]) {
        await resize(page, { ...PHONE, width })
        expect(await findUnreachable(page), `${address} ${view} ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
      await page.keyboard.press('r')
    }
    await page.close()
  }
})

test('who reads and follows hears where the speaker goes', async () => {
  const console = await openConsole()
  await jumpTo(console, 'bendrija')
  const page = await comeIn('/en/', PHONE)
  await follow(page)
  await shows(page, 'bendrija')
  await jumpTo(console, 'taryba')
  await page.waitForFunction(
    (title) => document.querySelector('#status')?.textContent === title,
    POLLING,
    '4 of 9: The council of the society',
  )
})

test('a second driver, the phone as remote, moves the hall and the console too', async () => {
  const { console, hall } = await speak()
  const remote = await comeIn(`/presenter#${secret}`, PHONE)
  await isLive(remote)
  await jumpTo(console, 'zygis')
  await shows(hall, 'zygis')
  await remote.waitForSelector('[data-notes="zygis"] li')
  await remote.keyboard.press('ArrowRight')
  await shows(hall, 'zygis', 1)
  // The console moves on from its own position, so it must have the remote's step first.
  await console.waitForSelector('[data-preview="now"] .fragment.visible')
  await console.keyboard.press('ArrowRight')
  await shows(hall, 'zygis', 2)
})

test('a late joiner lands on slide and step', async () => {
  const { console, hall } = await speak()
  await jumpTo(console, 'zygis')
  await console.keyboard.press('ArrowRight')
  await shows(hall, 'zygis', 1)
  const late = await comeIn('/en/', WIDE)
  await follow(late)
  await shows(late, 'zygis', 1)
})

test('who looks elsewhere stays there, and comes back when they want to', async () => {
  const { console, hall } = await speak()
  await jumpTo(console, 'sodai')
  const page = await comeIn('/', WIDE)
  await follow(page)
  await shows(page, 'sodai')
  await page.bringToFront()
  await page.keyboard.press('End')
  await isFollowing(page, false)
  await jumpTo(console, 'bendrija')
  await shows(hall, 'bendrija')
  await shows(page, 'pabaiga')
  await page.$eval(FOLLOW, (control) => (control as HTMLElement).click())
  await shows(page, 'bendrija')
  await isFollowing(page, true)
})

test('a black screen in the console is black in the hall, and only there', async () => {
  const { console, hall } = await speak()
  const isBlack = (black: boolean) =>
    hall.waitForFunction(
      (wanted) => (document.querySelector('.reveal.paused') !== null) === wanted,
      POLLING,
      black,
    )
  await jumpTo(console, 'taryba')
  const page = await comeIn('/', WIDE)
  await follow(page)
  await console.bringToFront()
  await console.keyboard.press('b')
  await isBlack(true)
  await shows(page, 'taryba')
  expect(await page.$('.reveal.paused')).toBeNull()
  await console.keyboard.press('b')
  await isBlack(false)
})

test('the stage is killed: hall and console go on; it is back: everyone agrees again', async () => {
  const { console, hall } = await speak()
  await jumpTo(console, 'sodai')
  const phone = await comeIn('/', PHONE)
  await follow(phone)
  await shows(phone, 'sodai')
  stage.kill('SIGKILL')
  await stage.ended
  await console.bringToFront()
  await console.keyboard.press('ArrowRight')
  await console.keyboard.press('ArrowRight')
  await console.keyboard.press('ArrowRight')
  await shows(hall, 'bendrija')
  await shows(phone, 'sodai')
  await openStage()
  await shows(phone, 'bendrija')
  await isLive(console)
  const late = await comeIn('/en/', WIDE)
  await follow(late)
  await shows(late, 'bendrija')
})
