import type { HTTPRequest, HTTPResponse, Page } from 'puppeteer-core'
import { afterEach, describe, expect, it } from 'vitest'
import { PHONE, press } from './browser.ts'
import { ADDRESSES, ROOM } from './console-stage.ts'
import deck from './fixtures/slides/sample/deck.ts'
import {
  closeDialog,
  expectConnection,
  expectConsole,
  expectRunning,
  expectSaid,
  lookAtConsole,
  say,
  useConsoles,
} from './use-consoles.ts'
import { findViolations } from './violations.ts'

const consoles = useConsoles()
const { visit } = consoles
const WRONG = 'x'.repeat(43)

afterEach(async () => {
  // Each test has a room that remembers nothing.
  await consoles.stage.kill()
  await consoles.stage.start()
})

async function expectRoom(slide: string, step = 0): Promise<void> {
  await expect.poll(() => consoles.stage.read()).toMatchObject({ slide, step })
}

/** Opens the address with a secret in the page that is open. */
const enter = (page: Page, secret: string) => page.evaluate((hash) => location.assign(`#${hash}`), secret)

function readNotes(page: Page): Promise<readonly (string | null)[]> {
  return page.$$eval('.cues li', (cues) => cues.map((cue) => cue.textContent))
}

/** What is to be seen in the notes' place. */
function readPlace(page: Page): Promise<string> {
  return page.$eval('.cues', (place) => (place instanceof HTMLElement ? place.innerText.trim() : ''))
}

const readNoteSize = (page: Page) => page.$eval('.cues', (cues) => getComputedStyle(cues).fontSize)

const expectTimer = (page: Page, state: 'idle' | 'running' | 'paused') =>
  page.waitForSelector(`[data-act="timer"][data-timer="${state}"]`)

const expectBlack = (page: Page) => page.waitForSelector('.black:not([hidden])')

const expectHall = (page: Page, language: 'lt' | 'en') =>
  page.waitForSelector(`[data-act="hall"][data-language="${language}"][aria-pressed="true"]`)

describe('the secret', () => {
  it('leaves the address at once, is in none that is asked for, and is known after a reload and in the other language', async () => {
    const { stage } = consoles
    const page = await visit()
    expect(page.url()).toBe(`${stage.url}presenter`)
    await press(page, 'ArrowRight')
    await expectRoom('sodai')
    expect(stage.asked.length).toBeGreaterThan(3)
    expect(stage.asked.filter((address) => address.includes(stage.secret) || address.includes('?'))).toEqual(
      [],
    )
    expect(await page.cookies()).toEqual([])
    const kept = await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }])
    expect(JSON.stringify(kept)).not.toContain(stage.secret)
    // A used one does not take away the key that the console has.
    await enter(page, WRONG)
    await page.waitForFunction(() => location.hash === '')
    await press(page, 'End')
    await expectRoom('pabaiga')
    await expectConnection(page, 'live')
    await page.reload()
    await expectConnection(page, 'live')
    await Promise.all([page.waitForNavigation(), page.click('a[hreflang="en"]')])
    expect(page.url()).toBe(`${stage.url}en/presenter`)
    await expectConnection(page, 'live')
  })

  it('is asked for where it is missing, a wrong one is refused, an address is enough; the notes come with it', async () => {
    const { stage } = consoles
    const page = await visit({ hasKey: false })
    await page.waitForSelector('[data-notes-state="locked"]')
    expect(await readNotes(page)).toEqual([])
    expect(await readPlace(page)).toBe('Užrašai pasirodys, kai bus įvestas raktas.')
    await enter(page, WRONG)
    await expectConnection(page, 'refused')
    expect(page.url()).toBe(`${stage.url}presenter`)
    await page.click('[data-act="key"]')
    await page.type('#key-text', 'labas')
    await press(page, 'Enter')
    await page.waitForSelector('#key-error:not([hidden])')
    await page.$eval('#key-text', (input) => {
      if (input instanceof HTMLInputElement) input.value = ''
    })
    await page.type('#key-text', `${stage.url}presenter#${stage.secret}`)
    await press(page, 'Enter')
    await expectConnection(page, 'live')
    await page.waitForSelector('[data-notes-state="here"]')
    const lines = deck.slides['pradzia']?.notes.lt.markdown.split('\n')
    expect(await readNotes(page)).toHaveLength(lines?.length ?? 0)
    expect(await readPlace(page)).not.toContain('Užrašai')
    await press(page, 'End')
    await expectRoom('pabaiga')
  })

  it('that the stage has not answered yet lets the talk go on in this browser after a reload', async () => {
    const page = await visit()
    await page.setRequestInterception(true)
    let isCut = true
    page.on('request', (request) =>
      isCut && request.method() === 'POST' ? request.abort() : request.continue(),
    )
    await page.reload()
    await expectConnection(page, 'connecting')
    const hall = await visit({ beside: page, hasKey: false })
    await press(page, 'End')
    await expectConsole(hall, 'pabaiga')
    isCut = false
    await expectConnection(page, 'live')
    await expectRoom('pabaiga')
  })
})

describe('the notes', () => {
  it('are asked for again until the stage answers', async () => {
    const { stage } = consoles
    const page = await visit({ hasKey: false })
    await stage.kill()
    await enter(page, stage.secret)
    await page.waitForFunction(() => location.hash === '')
    await stage.start()
    await page.waitForSelector('[data-notes-state="here"]')
  })

  it('stay with who is speaking when the stage no longer takes the key', async () => {
    const { stage } = consoles
    const page = await visit()
    await page.waitForSelector('[data-notes-state="here"]')
    const before = await readNotes(page)
    await stage.kill()
    stage.forgetKeys()
    await stage.start()
    await expectConnection(page, 'refused')
    expect(await readNotes(page)).toEqual(before)
    await press(page, 'End')
    await expectConsole(page, 'pabaiga')
    expect((await readNotes(page)).length).toBeGreaterThan(0)
  })
})

describe('the timer', () => {
  it('starts with the first move, is stopped and resumed by T, says how far the talk is; a reset can be undone', async () => {
    const page = await visit()
    await expectTimer(page, 'idle')
    await press(page, 'ArrowRight')
    await expectTimer(page, 'running')
    expect(await say(page, 'plan')).toBe('2:30')
    await page.waitForSelector('[data-tile="pace"][data-pace="ahead"]')
    await expectRunning(page)
    await press(page, 't')
    await expectTimer(page, 'paused')
    const elapsed = await say(page, 'elapsed')
    await page.click('[data-act="reset"]')
    await expectSaid(page, 'elapsed', /^0:00$/)
    await page.click('[data-act="undo"]')
    await expectSaid(page, 'elapsed', new RegExp(`^${elapsed}$`))
    await page.waitForSelector('[data-act="undo"]', { hidden: true })
    await press(page, 't')
    await expectTimer(page, 'running')
    // The talk has taken ten minutes, and stands still.
    await page.evaluate((room) => {
      const entry = `deck-talk:${room}`
      const kept = JSON.parse(localStorage.getItem(entry) ?? '')
      kept.timer = { state: 'paused', elapsed: 600_000 }
      localStorage.setItem(entry, JSON.stringify(kept))
    }, ROOM)
    await page.reload()
    await page.waitForSelector('[data-tile="pace"][data-pace="behind"]')
    await expectSaid(page, 'pace', /^\+7:30$/)
  })

  it('does not heed the system’s clock when someone sets it', async () => {
    const page = await visit()
    await page.evaluateOnNewDocument(() => {
      // Both clocks go on whenever the console reads them, so that a busy machine looks like no sleep.
      const start = Date.now()
      const set = Object.assign(window, { reads: 0, clockSet: 0 })
      performance.now = () => set.reads++
      Date.now = () => start + set.reads++ + set.clockSet
    })
    await page.reload()
    await expectConnection(page, 'live')
    await press(page, 'ArrowRight')
    await expectTimer(page, 'running')
    const reads = await page.evaluate(
      () => Object.assign(window as unknown as { reads: number }, { clockSet: 3_600_000 }).reads,
    )
    await page.waitForFunction(
      (before) => (window as unknown as { reads: number }).reads > before + 10,
      {},
      reads,
    )
    expect(await say(page, 'elapsed')).toBe('0:00')
  })
})

describe('a talk survives', () => {
  it('a reload and a closed window: place, timer, black screen, size of the notes, language of the hall', async () => {
    const page = await visit()
    await press(page, 'ArrowRight', 'ArrowRight', 'b', '+', 'l')
    await expectRunning(page)
    const size = await readNoteSize(page)
    await page.reload()
    await expectConsole(page, 'sodai', 1)
    await expectBlack(page)
    await expectHall(page, 'en')
    expect(await readNoteSize(page)).toBe(size)
    expect(await say(page, 'elapsed')).toMatch(/[1-9]/)
    await press(page, 'End', 't')
    await expectTimer(page, 'paused')
    const other = await page.browserContext().newPage()
    await page.close()
    await other.goto(`${consoles.stage.url}presenter`)
    await expectConsole(other, 'pabaiga')
    await expectTimer(other, 'paused')
    // Without the address that was given, a new window has no key: it says so, and asks.
    await other.waitForSelector('[data-act="key"]:not([hidden])')
  })

  it('anything that may have been kept', async () => {
    const page = await visit()
    await page.evaluate((room) => {
      for (const entry of ['deck-talk', 'deck-place']) localStorage.setItem(`${entry}:${room}`, '{')
    }, ROOM)
    await page.reload()
    await expectConsole(page, 'pradzia')
  })
})

describe('windows of one browser', () => {
  it('share place, timer and size of the notes, and tell a newcomer', async () => {
    const page = await visit()
    const other = await visit({ beside: page })
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectConsole(other, 'sodai', 1)
    await press(other, 'ArrowRight', 'ArrowRight')
    await expectConsole(page, 'bendrija')
    const before = await page.evaluate(() => Object.entries(localStorage))
    await press(page, 't', '+')
    await expectTimer(other, 'paused')
    // News that comes late undoes nothing.
    await page.evaluate((entries) => {
      for (const [key, newValue] of entries) dispatchEvent(new StorageEvent('storage', { key, newValue }))
    }, before)
    expect(await page.$eval('[data-act="timer"]', (timer) => timer.getAttribute('data-timer'))).toBe('paused')
    await expect.poll(() => readNoteSize(other)).toBe(await readNoteSize(page))
    await page.evaluate(() => localStorage.clear())
    const newcomer = await visit({ beside: page })
    await expectConsole(newcomer, 'bendrija')
  })

  it('without the key show where the talk is, steer nothing, and ask for the key', async () => {
    const page = await visit()
    const other = await visit({ hasKey: false, beside: page })
    await press(page, 'ArrowRight')
    await expectConsole(other, 'sodai')
    await press(other, 'ArrowRight')
    await other.waitForSelector('#key[open]')
    await closeDialog(other)
    for (const control of ['[data-act="next"]', '[data-act="black"]', '.strip button', '[data-act="hall"]']) {
      await other.click(control)
      await other.waitForSelector('#key[open]')
      await closeDialog(other)
    }
    await press(page, 'b')
    await expectBlack(other)
    expect(await consoles.stage.read()).toMatchObject({ seq: 2, slide: 'sodai', step: 0, blank: true })
  })
})

describe('two drivers', () => {
  it('follow each other, choose the hall’s language, and agree after one was without a network', async () => {
    const laptop = await visit()
    const phone = await visit({ viewport: PHONE })
    const keyless = await visit({ hasKey: false })
    await phone.$eval('[data-act="hall"][data-language="en"]', (button) => (button as HTMLElement).click())
    await expectHall(laptop, 'en')
    expect(await consoles.stage.read()).toMatchObject({ seq: 1, hallLanguage: 'en' })
    await press(laptop, 'l')
    await expectHall(phone, 'lt')
    await press(laptop, 'ArrowRight')
    await expectConsole(phone, 'sodai')
    await phone.tap('[data-act="next"]')
    await expectConsole(laptop, 'sodai', 1)
    // Who has no key sees it too.
    await expect.poll(() => lookAtConsole(keyless)).toMatchObject({ label: '2', step: 1 })
    await laptop.setOfflineMode(true)
    await press(laptop, 'ArrowRight', 'ArrowRight')
    await expectConsole(laptop, 'bendrija')
    await expectConsole(phone, 'sodai', 1)
    await laptop.setOfflineMode(false)
    await expectConsole(phone, 'bendrija')
    await expectRoom('bendrija')
    // The phone and the window without the key.
    await expectSaid(laptop, 'followers', /^2$/)
  })

  it('never fight: the one that wrote later, having seen less, is told and redraws', async () => {
    const laptop = await visit()
    // The console also asks for codes, below the room's address.
    const isWrite = (request: HTTPRequest) =>
      request.method() === 'POST' && /\/live\/[^/]+$/.test(request.url())
    await laptop.setRequestInterception(true)
    const answers: number[] = []
    laptop.on('response', (response: HTTPResponse) => {
      if (isWrite(response.request())) answers.push(response.status())
    })
    // While the first of three keys is on its way the other two become one write, which the phone's overtakes.
    let writes = 0
    let [sendFirst, overtaking] = [() => {}, Promise.resolve(0)]
    const pressed = new Promise<void>((resolve) => {
      sendFirst = resolve
    })
    laptop.on('request', async (request) => {
      if (isWrite(request)) {
        if (++writes === 1) await pressed
        if (writes === 2)
          overtaking = consoles.stage.write({ seen: 1, slide: 'zygis', step: 0, blank: false })
        await overtaking
      }
      await request.continue()
    })
    await press(laptop, 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectConsole(laptop, 'sodai', 2)
    sendFirst()
    await expect.poll(() => answers).toEqual([200, 409])
    expect(await overtaking).toBe(200)
    await expectConsole(laptop, 'zygis')
    await expectRoom('zygis')
    await press(laptop, 'ArrowRight')
    await expectRoom('zygis', 1)
  })
})

it('a killed stage stops nothing, and within two seconds of its return all agree', async () => {
  const laptop = await visit()
  const hall = await visit({ beside: laptop })
  const phone = await visit({ viewport: PHONE })
  await press(laptop, 'ArrowRight')
  await expectConsole(phone, 'sodai')
  await consoles.stage.kill()
  await Promise.all([laptop, hall, phone].map((page) => expectConnection(page, 'connecting')))
  await press(laptop, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await press(laptop, 'b')
  await expectConsole(hall, 'bendrija')
  await expectBlack(hall)
  await expectConsole(phone, 'sodai')
  await consoles.stage.start()
  await Promise.all([
    expectBlack(phone),
    ...[laptop, hall, phone].map((page) => expectConsole(page, 'bendrija')),
    expectRoom('bendrija'),
  ])
  await phone.tap('[data-act="next"]')
  await expectConsole(hall, 'taryba')
})

describe('the phone’s code', () => {
  const readCode = (page: Page) =>
    page.$eval('#phone .code path', (path) => path.getAttribute('d')).then((code) => code ?? '')

  it('is for the address that the speaker chooses, is held only while it is shown, and a phone’s arrival is told', async () => {
    const page = await visit()
    await page.click('[data-act="phone"]')
    await page.waitForSelector('#phone label:not([hidden])')
    await page.waitForSelector('#phone .code path')
    await expectSaid(page, 'address', /^http:\/\/192\.168\.1\.20:4173\/presenter$/)
    const first = await readCode(page)
    expect(first.length).toBeGreaterThan(1000)
    await page.select('#phone select', ADDRESSES[1])
    expect(await say(page, 'address')).toBe(`${ADDRESSES[1]}presenter`)
    const second = await readCode(page)
    expect(second).not.toBe(first)
    expect(await page.$('[data-out="arrived"]:not([hidden])')).toBeNull()
    await visit({ viewport: PHONE })
    await page.waitForSelector('[data-out="arrived"]:not([hidden])')
    // The code was used, so there is another one now.
    await page.waitForFunction(
      (used) =>
        ![null, used].includes(document.querySelector('#phone .code path')?.getAttribute('d') ?? null),
      {},
      second,
    )
    expect(await say(page, 'address')).toBe(`${ADDRESSES[1]}presenter`)
    await press(page, 'Escape')
    await page.waitForSelector('#phone .code path', { hidden: true })
  })

  it('is not shown while the stage does not answer, and comes back with it', async () => {
    const { stage } = consoles
    const page = await visit()
    await stage.kill()
    await page.click('[data-act="phone"]')
    await page.waitForSelector('[data-out="no-code"]:not([hidden])')
    // With one address there is nothing to choose.
    await page.waitForSelector('#phone label', { hidden: true })
    // A phone cannot reach this computer by the name `localhost`, and the page says so.
    expect(await say(page, 'address')).toBe(`${stage.url}presenter`)
    await page.waitForSelector('[data-out="local"]:not([hidden])')
    await stage.start()
    await page.waitForSelector('#phone .code path')
  })
})

it('a move that the stage does not take is told with its reason and what to do, and reaches this browser’s windows', async () => {
  const page = await visit()
  const other = await visit({ beside: page, hasKey: false })
  await page.setRequestInterception(true)
  /** What answers writes: a status, nothing, or the stage itself. */
  let answer: 'the stage' | 'nothing' | number = 'the stage'
  page.on('request', async (request) => {
    if (answer === 'the stage' || request.method() !== 'POST') return request.continue()
    if (answer !== 'nothing') await request.respond({ status: answer })
  })
  for (const [given, fault, words, key, slide] of [
    [403, 'blocked', 'adresu, kurį parodė „npm start“', 'End', 'pabaiga'],
    [503, 'busy', 'pultas bando vėl', 'Home', 'pradzia'],
    ['nothing', 'slow', 'užverkite nereikalingus', 'End', 'pabaiga'],
  ] as const) {
    answer = given
    await press(page, key)
    await page.waitForSelector(`[data-unsent="${fault}"]:not([hidden])`)
    const told = await page.$eval('[data-warning="unsent"]', (line) => (line as HTMLElement).innerText)
    expect(told).toContain(words)
    await expectConnection(page, 'unsent')
    await expectConsole(other, slide)
    if (given === 403) expect(await findViolations(page)).toEqual([])
    answer = 'the stage'
    await page.waitForSelector('[data-warning="unsent"]', { hidden: true })
    await expectConnection(page, 'live')
    await expectRoom(slide)
  }
})
