import { connect } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { type Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DrivenBrowser, DrivenPage, Key } from '../src/browser/driven-page.ts'
import { type Engine, tellMissing } from '../src/browser/launch-engine.ts'
import { launchFirefox } from '../src/browser/launch-firefox.ts'
import { launchWebKit } from '../src/browser/launch-webkit.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { expectIn, PHONE, POLLING, startBrowser, WIDE } from './browser.ts'
import { type Network, openNetwork } from './open-network.ts'
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

interface Devices {
  /** Of the laptop with the console and the hall's window. */
  readonly windows: 'chromium' | 'firefox'
  readonly phone: 'chromium' | 'webkit'
  /** Faults that these browsers' drivers cannot cause, and such as are the same with any browser. */
  readonly without: readonly (keyof typeof FAULTS)[]
}
const DEVICES: readonly Devices[] = [
  { windows: 'chromium', phone: 'chromium', without: [] },
  {
    windows: 'firefox',
    phone: 'webkit',
    without: [
      'volume keys',
      'a phone that sleeps',
      'a stage whose clock was an hour ahead',
      'five more windows',
      'many who ask and never read',
    ],
  },
]
const START = { chromium: startBrowser, firefox: launchFirefox, webkit: launchWebKit }

const folder = copyBuiltProject()
let stage: StageProcess
let choice: ReturnType<typeof createChoice>
let origin: string
let computer: Browser
let phoneBrowser: Browser | DrivenBrowser
let computersNetwork: Network
let phonesNetwork: Network
let laptop: Page
let hall: Page
let phone: DrivenPage
let record: HallRecord

async function open({ windows, phone: engine }: Devices): Promise<void> {
  stage = startStage(folder, [], { STAGE_SECRET: SECRET })
  origin = (await stage.opened).origin
  choice = createChoice()
  const port = Number(new URL(origin).port)
  computersNetwork = await openNetwork(port)
  phonesNetwork = await openNetwork(port)
  computer = await START[windows]()
  phoneBrowser = await START[engine]()
  laptop = await openLaptop()
  hall = await openWindow()
  record = await recordHall(hall)
  await hall.setViewport(WIDE)
  await hall.goto(`${computersNetwork.origin}/hall`)
  phone = await ('open' in phoneBrowser ? phoneBrowser.open(PHONE) : phoneBrowser.newPage())
  await phone.setViewport(PHONE)
  await openConsole(phone, phonesNetwork)
}

async function close(): Promise<void> {
  await Promise.all([computer?.close(), phoneBrowser?.close(), endAll()])
  computersNetwork?.close()
  phonesNetwork?.close()
}

async function openConsole(page: DrivenPage, network: Network): Promise<void> {
  if (page instanceof Page) page.on('pageerror', (error) => expect.unreachable(String(error)))
  await page.goto(`${network.origin}/presenter#${SECRET}`)
  await expectIn(page, () => document.querySelector('[data-connection="live"]') !== null)
}

/** Opens a window of its own: a browser is slow in a tab that nobody sees. */
const openWindow = () => computer.newPage({ type: 'window' })

async function openLaptop(): Promise<Page> {
  const page = await openWindow()
  await openConsole(page, computersNetwork)
  return page
}

async function openBeside(path: string): Promise<Page> {
  const page = await computer.newPage()
  await page.goto(computersNetwork.origin + path)
  return page
}

async function press(page: DrivenPage, ...keys: readonly Key[]): Promise<void> {
  if (page instanceof Page) await page.bringToFront()
  for (const key of keys) await page.keyboard.press(key)
}

const readScreen = (page: DrivenPage) => (page === hall ? record.last() : readConsole(page))

async function readRoom(): Promise<Shown> {
  const answer = await fetch(`${origin}/live/main`, { headers: { Accept: 'application/json' } })
  const { slide, step, blank, hallLanguage = 'lt' } = await answer.json()
  return { slide, step, blank, hallLanguage }
}

const readAll = () => Promise.all([readScreen(hall), readScreen(laptop), readScreen(phone), readRoom()])

/** Waits until the screen shows what was chosen last: a speaker goes on from what is to be seen. */
const expectShown = (page: DrivenPage) => expect.poll(() => readScreen(page)).toEqual(choice.last())

/** Moves the talk by these keys, as the speaker has chosen. */
async function steer(page: DrivenPage, ...keys: readonly (keyof typeof choice.keys)[]): Promise<void> {
  await expectShown(page)
  for (const key of keys) {
    choice.keys[key]()
    await press(page, key)
  }
}

async function tapNext(): Promise<void> {
  await expectShown(phone)
  choice.keys.PageDown()
  await phone.click('[data-act="next"]')
}

async function killStage(): Promise<void> {
  stage.kill('SIGKILL')
  await stage.ended
}

async function restartStage(env: NodeJS.ProcessEnv = {}): Promise<void> {
  stage = startStage(folder, ['--port', new URL(origin).port], { STAGE_SECRET: SECRET, ...env })
  await stage.opened
}

/** Stops every process of a browser, or lets them go on. */
function sleep(isAsleep: boolean, browser: Browser | DrivenBrowser, network: Network): void {
  const pid = 'process' in browser ? browser.process()?.pid : undefined
  if (pid === undefined)
    throw new Error('this browser cannot be put to sleep; leave the fault out of DEVICES')
  process.kill(-pid, isAsleep ? 'SIGSTOP' : 'SIGCONT')
  network.cut(isAsleep)
}

const setClock = (page: Page, by: number) =>
  page.evaluate((offset) => {
    const { now } = Date
    Date.now = () => now() + offset
  }, by)

/** Each is over when its function ends; then all must agree. */
const FAULTS = {
  async 'a clicker’s odd keys in the hall’s window'() {
    await press(hall, 'F5', 'Escape', 'Tab', 'Enter', 'r', 'o', 'F1')
    await steer(hall, '.', 'PageDown', '.', 'PageDown')
    await press(laptop, 'F5')
    await steer(laptop, 'PageUp')
  },
  async 'volume keys'() {
    for (const page of [hall, laptop]) {
      await page.bringToFront()
      await page.keyboard.press('AudioVolumeUp')
      await page.keyboard.press('AudioVolumeDown')
    }
  },
  async 'a Lithuanian keyboard at the jump'() {
    await press(laptop, 'g')
    await expectIn(laptop, () => document.querySelector('#jump[open]') !== null)
    await laptop.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#jump input')
      input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'š', code: 'Digit6', bubbles: true }))
      if (input !== null) input.value = 'š'
    })
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
    // A move that the stage has told nobody dies with it.
    await expectShown(laptop)
    await killStage()
    await restartStage()
    await steer(laptop, 'PageDown')
  },
  async 'a laptop without a network'() {
    computersNetwork.cut(true)
    await steer(laptop, 'PageDown')
    await steer(hall, 'PageDown')
    computersNetwork.cut(false)
  },
  async 'a phone that comes back with an old move'() {
    phonesNetwork.cut(true)
    // Nobody has chosen this: the talk moves on without the phone.
    await press(phone, 'End')
    await steer(laptop, 'PageUp')
    phonesNetwork.cut(false)
  },
  async 'a laptop that sleeps, and wakes with another time'() {
    sleep(true, computer, computersNetwork)
    await tapNext()
    await tapNext()
    sleep(false, computer, computersNetwork)
    await setClock(laptop, HOUR)
    await setClock(hall, HOUR)
  },
  async 'a phone that sleeps'() {
    sleep(true, phoneBrowser, phonesNetwork)
    await steer(laptop, 'PageUp', 'PageUp')
    sleep(false, phoneBrowser, phonesNetwork)
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
    computersNetwork.refuseWrites(true)
    await steer(laptop, 'PageDown', 'PageDown')
    await expectIn(laptop, () => document.querySelector('[data-warning="unsent"]:not([hidden])') !== null)
    computersNetwork.refuseWrites(false)
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
    laptop = await openLaptop()
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
    const agree = async () => {
      const room = await readRoom()
      const screens = await Promise.all([readScreen(laptop), readScreen(phone)])
      return screens.every((screen) => isDeepStrictEqual(screen, room))
    }
    await expect.poll(agree).toBe(true)
    // Either may win; the hall may show the other one before.
    const { slide } = await readRoom()
    choice.choose({ slide: slide === first ? last : first, step: 0 })
    choice.choose({ slide, step: 0 })
  },
}

describe.each(DEVICES)('with windows of $windows and a phone of $phone', (devices) => {
  const isHere = [devices.windows, devices.phone].every((engine: Engine) => tellMissing(engine) === undefined)
  beforeAll(() => (isHere ? open(devices) : undefined))
  afterAll(close)

  it.skipIf(!isHere)(
    'the hall shows only what was chosen, and all agree again after every fault',
    {
      timeout: 120_000 + MINUTES * 60_000,
    },
    async () => {
      const end = Date.now() + MINUTES * 60_000
      const faults = Object.entries(FAULTS).filter(([fault]) => !devices.without.some((one) => one === fault))
      do {
        for (const [fault, happen] of faults) {
          await happen()
          const endedAt = performance.now()
          const place = choice.last()
          await expect.poll(readAll, { message: fault }).toEqual([place, place, place, place])
          console.log(`${fault}: all agree after ${Math.round(performance.now() - endedAt)} ms`)
          expectChosen(record.take(), choice.take(), fault)
        }
      } while (Date.now() < end)
    },
  )
})
