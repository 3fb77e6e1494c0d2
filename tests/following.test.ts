import type { Browser, BrowserContext, Page, Viewport } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { PREFERENCES } from '../src/proof/screens.ts'
import { expectIn, findUnreachable, PHONE, POLLING, press, resize, startBrowser, WIDE } from './browser.ts'
import { expectLive, expectShows, FOLLOW, follow, jumpTo } from './live-talk.ts'
import { copyBuiltProject, endAll, type StageProcess, startStage } from './stage-process.ts'
import { findFaintColours, findViolations } from './violations.ts'

let browser: Browser
let folder: string
let stage: StageProcess
let origin: string
/** The speaker's browser: the console, and the hall's screen beside it. */
let console: Page
let hall: Page
/** Any free one at first, then the same again. */
let port = '0'
const secret = makeSecret()
const guests: BrowserContext[] = []
const REDUCED = { name: 'prefers-reduced-motion', value: 'reduce' }
const COLOURS = [PREFERENCES.dark, PREFERENCES.contrast, PREFERENCES['dark-contrast'], PREFERENCES.forced]

beforeAll(async () => {
  browser = await startBrowser()
  folder = copyBuiltProject()
  await openStage()
  const context = await browser.createBrowserContext()
  hall = await openTab(await context.newPage(), '/hall', WIDE)
  console = await openTab(await context.newPage(), `/presenter#${secret}`, { width: 1366, height: 768 })
  await expectLive(console)
})
afterEach(async () => {
  await Promise.all(guests.splice(0).map((context) => context.close()))
})
afterAll(async () => {
  await browser?.close()
  await endAll()
})

async function openStage(): Promise<void> {
  stage = startStage(folder, ['--port', port], { STAGE_SECRET: secret })
  ;({ origin } = await stage.opened)
  port = new URL(origin).port
}

/** A person with a browser of their own. */
async function comeIn(path: string, viewport: Viewport): Promise<Page> {
  const context = await browser.createBrowserContext()
  guests.push(context)
  return openTab(await context.newPage(), path, viewport)
}

async function openTab(page: Page, path: string, viewport: Viewport): Promise<Page> {
  await page.setViewport(viewport)
  await page.emulateMediaFeatures([REDUCED])
  await page.goto(origin + path)
  return page
}

const isFollowing = (page: Page, expected: boolean) =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector(selector)?.ariaPressed === String(wanted),
    POLLING,
    FOLLOW,
    expected,
  )

/** Expects that axe finds nothing, in `.controls` also in any colours that one may ask for. */
async function expectNoViolations(page: Page): Promise<void> {
  expect(await findViolations(page, { colours: false })).toEqual([])
  const session = await page.createCDPSession()
  for (const features of [[], ...COLOURS]) {
    await session.send('Emulation.setEmulatedMedia', { features: [...features, REDUCED] })
    expect(await findFaintColours(page, '.controls'), JSON.stringify(features)).toEqual([])
  }
  await session.send('Emulation.setEmulatedMedia', { features: [REDUCED] })
}

/** The texts of the first slide that the control to follow covers. */
function findCovered(selector: string): string[] {
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
}

// Before the first move: from then on the hall is where the room is.
test('an address that a chat has changed finds its slide on the stage, too', async () => {
  for (const path of ['/', '/hall']) {
    const page = await comeIn(`${path}#Nauda%2DSausra).`, WIDE)
    await expectShows(page, 'nauda-sausra')
    await page.waitForFunction(() => location.hash === '#nauda-sausra', POLLING)
  }
})

test('the hall, a reader on a phone and a late joiner follow the console, step by step; only the hall goes black', async () => {
  await jumpTo(console, 'sodai')
  const phone = await comeIn('/en/', PHONE)
  await follow(phone)
  await press(console, 'ArrowRight')
  await Promise.all([expectShows(hall, 'sodai', 1), expectShows(phone, 'sodai')])
  const late = await comeIn('/', WIDE)
  await follow(late)
  await expectShows(late, 'sodai', 1)
  await press(console, 'PageDown', 'PageDown')
  await Promise.all([hall, phone, late].map((page) => expectShows(page, 'bendrija')))
  await jumpTo(console, 'taryba')
  const isHeard = (title: string) => document.querySelector('#status')?.textContent === title
  await expectIn(phone, isHeard, '4 of 9: The council of the society')
  await expectShows(late, 'taryba')
  const isBlack = (black: boolean) => (document.querySelector('.reveal.paused') !== null) === black
  await press(console, 'b')
  await expectIn(hall, isBlack, true)
  await expectShows(late, 'taryba')
  expect(await late.$('.reveal.paused')).toBeNull()
  await press(console, 'b')
  await expectIn(hall, isBlack, false)
})

test.each(['/', '/en/'])(
  'on a phone the control to follow covers nothing of the first slide, and all can be reached at %s',
  async (address) => {
    await jumpTo(console, 'bendrija')
    const page = await comeIn(address, PHONE)
    await page.waitForSelector(`${FOLLOW}:not([hidden])`)
    expect(await page.evaluate(findCovered, FOLLOW)).toEqual([])
    // The same in both languages.
    const isChecked = address === '/'
    if (isChecked) await expectNoViolations(page)
    await follow(page)
    await expectShows(page, 'bendrija')
    if (isChecked) await expectNoViolations(page)
    for (const view of ['reading', 'presenting']) {
      await expectIn(page, (wanted) => document.documentElement.dataset['view'] === wanted, view)
      for (const width of [320, 360, 390]) {
        await resize(page, { ...PHONE, width })
        expect(await findUnreachable(page), `${view} ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
      await press(page, 'r')
    }
  },
)

test('axe finds no violation where one may follow and where one does, in any colours', async () => {
  await jumpTo(console, 'bendrija')
  const page = await comeIn('/en/', WIDE)
  await page.waitForSelector(`${FOLLOW}:not([hidden])`)
  await expectNoViolations(page)
  await follow(page)
  await expectShows(page, 'bendrija')
  await expectNoViolations(page)
})

test('a second driver, the phone as remote, moves the hall and the console too', async () => {
  const remote = await comeIn(`/presenter#${secret}`, PHONE)
  await expectLive(remote)
  await jumpTo(console, 'zygis')
  await expectShows(hall, 'zygis')
  await remote.waitForSelector('[data-notes="zygis"] li')
  await press(remote, 'ArrowRight')
  await expectShows(hall, 'zygis', 1)
  // The console moves on from its own position, so it must have the remote's step first.
  await console.waitForSelector('[data-preview="now"] .fragment.visible')
  await press(console, 'ArrowRight')
  await expectShows(hall, 'zygis', 2)
})

test('who looks elsewhere stays there, and comes back when they want to', async () => {
  await jumpTo(console, 'sodai')
  const page = await comeIn('/', WIDE)
  await follow(page)
  await expectShows(page, 'sodai')
  await press(page, 'End')
  await isFollowing(page, false)
  await jumpTo(console, 'bendrija')
  await expectShows(hall, 'bendrija')
  await expectShows(page, 'pabaiga')
  await follow(page)
  await expectShows(page, 'bendrija')
  await isFollowing(page, true)
})

test('the stage is killed: hall and console go on; it is back: everyone agrees again', async () => {
  await jumpTo(console, 'sodai')
  const phone = await comeIn('/', PHONE)
  await follow(phone)
  await expectShows(phone, 'sodai')
  stage.kill('SIGKILL')
  await stage.ended
  await press(console, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expectShows(hall, 'bendrija')
  await expectShows(phone, 'sodai')
  await openStage()
  await expectShows(phone, 'bendrija')
  await expectLive(console)
  const late = await comeIn('/en/', WIDE)
  await follow(late)
  await expectShows(late, 'bendrija')
})
