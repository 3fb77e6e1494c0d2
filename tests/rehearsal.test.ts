import { connect } from 'node:net'
import type { Browser, HTTPRequest, KeyInput, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSecret } from '../src/live/server/secret.ts'
import { expectIn, PHONE, POLLING, startBrowser, WIDE } from './browser.ts'
import {
  createChoice,
  expectChosen,
  type HallRecord,
  readConsole,
  recordHall,
  type Shown,
} from './rehearsal.ts'
import { copyBuiltProject, endAll, type StageProcess, startStage } from './stage-process.ts'
import { OUTLINE } from './talk.ts'

/** How long the rehearsal goes on; without it each fault happens once. */
const MINUTES = Number(process.env['REHEARSAL_MINUTES'] ?? 0)
const HOUR = 3_600_000
const SECRET = makeSecret()
/** Sets the stage's clock forward. */
const AHEAD = `--import=data:text/javascript,const{now}=Date;Date.now=()=>now()+${HOUR}`

const choice = createChoice()
const folder = copyBuiltProject()
let browser: Browser
let stage: StageProcess
let origin: string
let laptop: Page
let hall: Page
let phone: Page
let record: HallRecord

beforeAll(async () => {
  browser = await startBrowser()
  stage = startStage(folder, [], { STAGE_SECRET: SECRET })
  origin = (await stage.opened).origin
  laptop = await openConsole()
  hall = await laptop.browserContext().newPage()
  record = await recordHall(hall)
  await hall.setViewport(WIDE)
  await hall.goto(`${origin}/hall`)
  phone = await openConsole(await (await browser.createBrowserContext()).newPage())
  await phone.setViewport(PHONE)
})
afterAll(async () => {
  await browser?.close()
  await endAll()
})

async function openConsole(given?: Page): Promise<Page> {
  const page = given ?? (await (await browser.createBrowserContext()).newPage())
  page.on('pageerror', (error) => expect.unreachable(String(error)))
  await page.goto(`${origin}/presenter#${SECRET}`)
  await page.waitForSelector('[data-connection="live"]')
  return page
}

async function openBeside(path: string): Promise<Page> {
  const page = await hall.browserContext().newPage()
  await page.goto(origin + path)
  return page
}

async function press(page: Page, ...keys: readonly KeyInput[]): Promise<void> {
  await page.bringToFront()
  for (const key of keys) await page.keyboard.press(key)
}

const readScreen = (page: Page) => (page === hall ? record.last() : readConsole(page))

async function readRoom(): Promise<Shown> {
  const answer = await fetch(`${origin}/live/main`, { headers: { Accept: 'application/json' } })
  const { slide, step, blank, hallLanguage = 'lt' } = await answer.json()
  return { slide, step, blank, hallLanguage }
}

const readAll = () => Promise.all([readScreen(hall), readScreen(laptop), readScreen(phone), readRoom()])

/** Waits until the screen shows what was chosen last: a speaker goes on from what is to be seen. */
const expectShown = (page: Page) => expect.poll(() => readScreen(page)).toEqual(choice.last())

/** Moves the talk by these keys, as the speaker has chosen. */
async function steer(page: Page, ...keys: readonly (keyof typeof choice.keys)[]): Promise<void> {
  await expectShown(page)
  for (const key of keys) {
    choice.keys[key]()
    await press(page, key)
  }
}

async function tapNext(): Promise<void> {
  await expectShown(phone)
  choice.keys.PageDown()
  // Once it was frozen, the page paints no more in Chromium without a screen, and no finger reaches it.
  await phone.evaluate(() => document.querySelector<HTMLElement>('[data-act="next"]')?.click())
}

async function killStage(): Promise<void> {
  stage.kill('SIGKILL')
  await stage.ended
}

async function restartStage(env: NodeJS.ProcessEnv = {}): Promise<void> {
  stage = startStage(folder, ['--port', new URL(origin).port], { STAGE_SECRET: SECRET, ...env })
  await stage.opened
}

/** Takes the network from pages. The emulation leaves open streams alone, so each tries to open another. */
async function cutNetwork(isCut: boolean, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await page.setOfflineMode(isCut)
    if (isCut) await page.evaluate(() => dispatchEvent(new Event('online')))
  }
}

async function sleep(isAsleep: boolean, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const session = await page.createCDPSession()
    await session.send('Page.setWebLifecycleState', { state: isAsleep ? 'frozen' : 'active' })
    await session.detach()
  }
}

const setClock = (page: Page, by: number) =>
  page.evaluate((offset) => {
    const { now } = Date
    Date.now = () => now() + offset
  }, by)

/** Each is over when its function ends; then all must agree. */
const FAULTS: Readonly<Record<string, () => Promise<unknown>>> = {
  async 'a clicker’s odd keys in the hall’s window'() {
    await press(hall, 'F5', 'Escape', 'Tab', 'Enter', 'AudioVolumeUp', 'AudioVolumeDown', 'r', 'o', 'F1')
    await steer(hall, '.', 'PageDown', '.', 'PageDown')
    await press(laptop, 'F5', 'AudioVolumeUp')
    await steer(laptop, 'PageUp')
  },
  async 'a Lithuanian keyboard at the jump'() {
    await press(laptop, 'g')
    await expectIn(laptop, () => document.querySelector('#jump[open]') !== null)
    const session = await laptop.createCDPSession()
    const key = { key: 'š', code: 'Digit6', text: 'š', windowsVirtualKeyCode: 54 }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    choice.choose({ slide: 'nauda-sausra', step: 0 })
    await press(laptop, 'Enter')
  },
  async 'a stage that is killed'() {
    await killStage()
    await steer(laptop, 'PageDown', 'PageDown')
    await steer(hall, 'PageUp')
    await restartStage()
  },
  async 'a stage whose clock was an hour ahead'() {
    await killStage()
    await restartStage({ NODE_OPTIONS: AHEAD })
    await steer(laptop, 'Home')
    await tapNext()
    await killStage()
    await restartStage()
    await steer(laptop, 'PageDown')
  },
  async 'a laptop without a network'() {
    await cutNetwork(true, laptop, hall)
    await steer(laptop, 'PageDown')
    await steer(hall, 'PageDown')
    await cutNetwork(false, laptop, hall)
  },
  async 'a phone that comes back with an old move'() {
    await cutNetwork(true, phone)
    // Nobody has chosen this: the talk moves on without the phone.
    await press(phone, 'End')
    await steer(laptop, 'PageUp')
    await cutNetwork(false, phone)
  },
  async 'a laptop that sleeps, and wakes with another time'() {
    await sleep(true, laptop, hall)
    await tapNext()
    await tapNext()
    await sleep(false, laptop, hall)
    await setClock(laptop, HOUR)
    await setClock(hall, HOUR)
  },
  async 'a phone that sleeps'() {
    await sleep(true, phone)
    await steer(laptop, 'PageUp', 'PageUp')
    await sleep(false, phone)
  },
  async 'a clock that is set back'() {
    await setClock(laptop, -2 * HOUR)
    await steer(laptop, 'PageDown')
  },
  async 'a translator, and the hall’s language'() {
    await hall.evaluate(() => {
      document.documentElement.lang = 'de'
    })
    await steer(laptop, 'l')
    await steer(hall, 'PageDown')
    await steer(phone, 'l')
  },
  async 'writes that something on the way refuses'() {
    const refuse = (request: HTTPRequest) =>
      request.method() === 'POST' ? request.respond({ status: 403 }) : request.continue()
    await laptop.setRequestInterception(true)
    laptop.on('request', refuse)
    await steer(laptop, 'PageDown', 'PageDown')
    await expectIn(laptop, () => document.querySelector('[data-warning="unsent"]:not([hidden])') !== null)
    laptop.off('request', refuse)
    await laptop.setRequestInterception(false)
  },
  async 'five more windows'() {
    const pages: Page[] = []
    for (const path of ['/', '/en/', '/hall', '/en/hall', '/']) pages.push(await openBeside(path))
    await steer(laptop, 'PageDown')
    await Promise.all(pages.map((page) => page.close()))
  },
  async 'a console without the key'() {
    const page = await openBeside('/presenter')
    await page.waitForSelector('[data-connection="locked"]')
    await press(page, 'End')
    await page.close()
    await steer(laptop, 'PageUp')
  },
  async 'a console and a hall that are loaded anew'() {
    await laptop.reload()
    await hall.reload()
    await steer(laptop, 'PageDown')
  },
  async 'a console that is closed'() {
    await laptop.close()
    await press(hall, 'End')
    // Nobody has heard it.
    await hall.waitForFunction(() => document.querySelector('.notice')?.textContent !== '', POLLING)
    laptop = await openConsole(await hall.browserContext().newPage())
    await steer(hall, 'PageUp')
  },
  async 'many who ask and never read'() {
    const { port } = new URL(origin)
    const sockets = Array.from({ length: 200 }, () => {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => socket.destroy())
      socket.pause()
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(20))
      return socket
    })
    await steer(laptop, 'PageDown')
    for (const socket of sockets) socket.destroy()
  },
  async 'two drivers at once'() {
    const [first, last] = [OUTLINE[0].slide, OUTLINE[OUTLINE.length - 1]?.slide ?? '']
    await Promise.all([laptop.keyboard.press('Home'), phone.keyboard.press('End')])
    const countPlaces = async () => {
      const places = [await readScreen(laptop), await readScreen(phone), await readRoom()]
      return new Set(places.map((place) => JSON.stringify(place))).size
    }
    await expect.poll(countPlaces).toBe(1)
    // Either may win; the hall may show the other one before.
    const { slide } = await readRoom()
    choice.choose({ slide: slide === first ? last : first, step: 0 })
    choice.choose({ slide, step: 0 })
  },
}

it('shows in the hall only what was chosen, and agrees again after every fault', {
  timeout: 120_000 + MINUTES * 60_000,
}, async () => {
  const end = Date.now() + MINUTES * 60_000
  do {
    for (const [fault, happen] of Object.entries(FAULTS)) {
      await happen()
      const endedAt = performance.now()
      const place = choice.last()
      await expect.poll(readAll, { message: fault }).toEqual([place, place, place, place])
      console.log(`${fault}: all agree after ${Math.round(performance.now() - endedAt)} ms`)
      expectChosen(record.take(), choice.take(), fault)
    }
  } while (Date.now() < end)
})
