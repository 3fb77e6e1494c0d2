import type { Browser, BrowserContext, HTTPRequest, HTTPResponse, Page, Viewport } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectIn, resize, startBrowser } from './browser.ts'
import { ADDRESSES, type ConsoleStage, ROOM, startConsoleStage } from './console-stage.ts'
import deck from './fixtures/slides/sample/deck.ts'
import { findViolations } from './violations.ts'

const WIDE: Viewport = { width: 1366, height: 768 }
const PHONE: Viewport = { width: 390, height: 844, hasTouch: true, isMobile: true }
const NARROW: Viewport = { width: 1024, height: 640 }
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

let browser: Browser
let stage: ConsoleStage
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[browser, stage] = await Promise.all([startBrowser(), startConsoleStage()])
})
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  // Each test has a room that remembers nothing.
  await stage.kill()
  await stage.start()
})
afterAll(async () => {
  await browser?.close()
  await stage?.kill()
})

interface Visit {
  readonly viewport?: Viewport
  /** Another window of the same browser, when given. */
  readonly beside?: Page
  readonly language?: 'lt' | 'en'
  readonly secret?: string | undefined
}

/** Opens the console: with the room's secret, unless another or none is given. */
async function visit(options: Visit = {}): Promise<Page> {
  const { viewport = WIDE, beside, language = 'lt' } = options
  const secret = 'secret' in options ? options.secret : stage.secret
  const context = beside?.browserContext() ?? (await browser.createBrowserContext())
  if (beside === undefined) contexts.push(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.unreachable(String(error)))
  await page.setViewport(viewport)
  await page.goto(
    `${stage.url}${language === 'en' ? 'en/' : ''}presenter${secret === undefined ? '' : `#${secret}`}`,
  )
  await expectConnection(page, secret === undefined ? 'locked' : 'live')
  return page
}

async function expectConnection(page: Page, connection: string): Promise<void> {
  await page.waitForSelector(`[data-connection="${connection}"]`)
}

/** Where the console is, by its strip, its preview and its notes. */
function look(page: Page) {
  return page.evaluate(() => {
    const now = document.querySelector('[data-preview="now"] .slide')
    const taken = [...(now?.querySelectorAll('.fragment.visible') ?? [])].map((step) =>
      Number(step.getAttribute('data-fragment-index')),
    )
    const current = document.querySelector<HTMLElement>('.strip li:has([aria-current])')
    const notes = document.querySelector<HTMLElement>('[data-notes]')
    return {
      slides: [current?.dataset['slide'], notes?.dataset['notes']],
      label: now?.getAttribute('aria-label')?.replace(/ .*/, ''),
      step: Math.max(-1, ...taken) + 1,
    }
  })
}

const NUMBERS = [
  'pradzia',
  'sodai',
  'bendrija',
  'taryba',
  'nauda-planas',
  'nauda-sausra',
  'kaita',
  'zygis',
  'pabaiga',
]

async function expectPlace(page: Page, slide: string, step = 0): Promise<void> {
  await expect
    .poll(() => look(page))
    .toEqual({ slides: [slide, slide], label: String(NUMBERS.indexOf(slide) + 1), step })
}

async function expectRoom(slide: string, step = 0): Promise<void> {
  await expect.poll(() => stage.read()).toMatchObject({ slide, step })
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key as 'Enter')
}

/** Closes the dialog if there is one. The browser does what Escape asks for in its own time. */
async function closeDialog(page: Page): Promise<void> {
  if ((await page.$('dialog[open]')) === null) return
  await press(page, 'Escape')
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
}

/** What a place in the page says. */
function say(page: Page, name: string): Promise<string> {
  return page.$eval(`[data-out="${name}"]`, (output) => output.textContent ?? '')
}

function readNotes(page: Page): Promise<readonly (string | null)[]> {
  return page.$$eval('.cues li', (cues) => cues.map((cue) => cue.textContent))
}

/** What is to be seen in the notes' place. */
function readPlace(page: Page): Promise<string> {
  return page.$eval('.cues', (place) => (place instanceof HTMLElement ? place.innerText.trim() : ''))
}

function readSeconds(time: string): number {
  return time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0)
}

/** Waits until a place in the page says something. */
async function expectSaid(page: Page, name: string, pattern: RegExp): Promise<void> {
  const says = (selector: string, wanted: string) =>
    new RegExp(wanted).test(document.querySelector(selector)?.textContent ?? '')
  await page.waitForFunction(says, { polling: 'mutation' }, `[data-out="${name}"]`, pattern.source)
}

const expectRunning = (page: Page) => expectSaid(page, 'elapsed', /[1-9]/)

describe('the secret', () => {
  it('leaves the address at once and is in no address that is asked for', async () => {
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
  })

  it('is known after a reload and on the page in the other language', async () => {
    const page = await visit()
    await page.reload()
    await expectConnection(page, 'live')
    await Promise.all([page.waitForNavigation(), page.click('a[hreflang="en"]')])
    expect(page.url()).toBe(`${stage.url}en/presenter`)
    await expectConnection(page, 'live')
  })

  it('is asked for where it is missing, and an address is enough', async () => {
    const page = await visit({ secret: undefined })
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
    await press(page, 'End')
    await expectRoom('pabaiga')
  })

  it('that was used does not take away the key that the console has', async () => {
    const page = await visit()
    await page.evaluate((wrong) => location.assign(`#${wrong}`), 'x'.repeat(43))
    await page.waitForFunction(() => location.hash === '')
    await press(page, 'End')
    await expectRoom('pabaiga')
    await expectConnection(page, 'live')
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
    const hall = await visit({ beside: page, secret: undefined })
    await press(page, 'End')
    await expectPlace(hall, 'pabaiga')
    isCut = false
    await expectConnection(page, 'live')
    await expectRoom('pabaiga')
  })

  it('that is not the room’s is said to be refused, and another may be entered', async () => {
    const page = await visit({ secret: undefined })
    await page.evaluate((wrong) => location.assign(`#${wrong}`), 'x'.repeat(43))
    await expectConnection(page, 'refused')
    expect(page.url()).toBe(`${stage.url}presenter`)
    await page.evaluate((right) => location.assign(`#${right}`), stage.secret)
    await expectConnection(page, 'live')
  })
})

describe('the notes', () => {
  it('come with the key, and are not in the page without it', async () => {
    const page = await visit({ secret: undefined })
    await page.waitForSelector('[data-notes-state="locked"]')
    expect(await readNotes(page)).toEqual([])
    expect(await readPlace(page)).toBe('Užrašai pasirodys, kai bus įvestas raktas.')
    await page.evaluate((right) => location.assign(`#${right}`), stage.secret)
    await page.waitForSelector('[data-notes-state="here"]')
    const lines = deck.slides['pradzia']?.notes.lt.markdown.split('\n')
    expect(await readNotes(page)).toHaveLength(lines?.length ?? 0)
    expect(await readPlace(page)).not.toContain('Užrašai')
  })

  it('are asked for again until the stage answers', async () => {
    const page = await visit({ secret: undefined })
    await stage.kill()
    await page.evaluate((right) => location.assign(`#${right}`), stage.secret)
    await page.waitForFunction(() => location.hash === '')
    await stage.start()
    await page.waitForSelector('[data-notes-state="here"]')
  })

  it('stay with who is speaking when the stage no longer takes the key', async () => {
    const page = await visit()
    await page.waitForSelector('[data-notes-state="here"]')
    const before = await readNotes(page)
    await stage.kill()
    stage.forgetKeys()
    await stage.start()
    await expectConnection(page, 'refused')
    expect(await readNotes(page)).toEqual(before)
    await press(page, 'End')
    await expectPlace(page, 'pabaiga')
    expect((await readNotes(page)).length).toBeGreaterThan(0)
  })
})

describe('the keys', () => {
  it('are several for each direction; held down, one counts once', async () => {
    const page = await visit()
    await press(page, 'ArrowRight')
    for (const [next, back] of [
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowDown', 'ArrowUp'],
      ['PageDown', 'PageUp'],
      ['n', 'p'],
      ['Space', 'p'],
    ] as const) {
      await press(page, next)
      await expectPlace(page, 'sodai', 1)
      await press(page, back)
      await expectPlace(page, 'sodai', 0)
    }
    for (let times = 0; times < 5; times++) await page.keyboard.down('ArrowRight')
    await page.keyboard.up('ArrowRight')
    await press(page, 'ArrowRight')
    await expectPlace(page, 'sodai', 2)
  })

  it('go step by step onto the next slide, and back onto its last step; the next one is shown as it will be', async () => {
    const page = await visit()
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectPlace(page, 'bendrija')
    await press(page, 'ArrowLeft')
    await expectPlace(page, 'sodai', 2)
    await press(page, 'End')
    await expectPlace(page, 'pabaiga')
    await press(page, 'ArrowRight')
    await expectPlace(page, 'pabaiga')
    await press(page, 'Home', 'ArrowLeft')
    await expectPlace(page, 'pradzia')
    await press(page, 'ArrowRight', 'ArrowRight')
    const next = () =>
      page.$$eval('[data-preview="next"] .fragment', (steps) =>
        steps.map((step) => [step.getAttribute('data-fragment-index'), step.classList.contains('visible')]),
      )
    expect(await next()).toEqual(
      expect.arrayContaining([
        ['0', true],
        ['1', true],
      ]),
    )
    await press(page, 'End')
    await page.waitForSelector('.end:not([hidden])')
    expect(await next()).toEqual([])
  })

  it('B and . make the screen black and bring it back; the talk may move meanwhile', async () => {
    const page = await visit()
    await press(page, 'b')
    await page.waitForSelector('[data-act="black"][aria-pressed="true"]')
    await page.waitForSelector('.black:not([hidden])')
    await press(page, 'ArrowRight')
    await expect.poll(() => stage.read()).toMatchObject({ slide: 'sodai', blank: true })
    await press(page, '.')
    await expect.poll(() => stage.read()).toMatchObject({ slide: 'sodai', blank: false })
  })

  it('+ and − change the size of the notes, within reason', async () => {
    const page = await visit()
    const size = () => page.$eval('.cues', (cues) => Number.parseFloat(getComputedStyle(cues).fontSize))
    const usual = await size()
    await press(page, '+', '+')
    expect(await size()).toBeGreaterThan(usual * 1.3)
    for (let times = 0; times < 12; times++) await press(page, '-')
    expect(await size()).toBeLessThan(usual)
    expect(await size()).toBeGreaterThan(12)
  })

  it('G asks for a slide, and typing there steers nothing', async () => {
    const page = await visit()
    await press(page, 'g')
    await page.waitForSelector('#jump[open]')
    await page.keyboard.type('b n. 99 ')
    await press(page, 'Enter')
    await page.waitForSelector('#jump-error:not([hidden])')
    await expectPlace(page, 'pradzia')
    expect(await page.$('.black:not([hidden])')).toBeNull()
    await closeDialog(page)
    await press(page, 'g')
    await page.waitForSelector('#jump[open]')
    await page.keyboard.type('ben')
    await press(page, 'Enter')
    await expectPlace(page, 'bendrija')
  })

  it('G finds a slide by the keys of the number row, which type letters on a Lithuanian keyboard', async () => {
    const page = await visit()
    const session = await page.createCDPSession()
    /** What a Lithuanian keyboard types with a key of the number row. */
    const type = async (digit: string, text: string) => {
      const key = { key: text, code: `Digit${digit}`, text, windowsVirtualKeyCode: 48 + Number(digit) }
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    }
    await press(page, 'g')
    await page.waitForSelector('#jump[open]')
    await type('6', 'š')
    await press(page, 'Enter')
    await expectPlace(page, 'nauda-sausra')
    await press(page, 'g')
    await page.waitForSelector('#jump[open]')
    // With other letters it is the beginning of a title.
    await type('6', 'š')
    await page.keyboard.type('iand')
    await press(page, 'Enter')
    await expectPlace(page, 'zygis')
  })

  it('Space and Enter press the button that has the focus, and nothing else; Space after a click goes on', async () => {
    const page = await visit()
    for (const key of ['Space', 'Enter']) {
      await page.focus('[data-act="black"]')
      await press(page, key)
      await page.waitForSelector(`[data-act="black"][aria-pressed="${key === 'Space'}"]`)
    }
    await expectPlace(page, 'pradzia')
    await page.$eval('[data-act="black"]', (button) => button instanceof HTMLElement && button.blur())
    await page.click('[data-act="black"]')
    await page.click('[data-act="black"]')
    await press(page, 'Space')
    await expectPlace(page, 'sodai')
    expect(await page.$('.black:not([hidden])')).toBeNull()
  })

  it('F5, which clickers send for “start”, is full screen and loads nothing anew', async () => {
    const page = await visit()
    await page.evaluate(() => Object.assign(window, { same: true }))
    await press(page, 'F5')
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
  })

  it('O goes to the strip, where Tab and Enter choose', async () => {
    const page = await visit()
    await press(page, 'o', 'Tab', 'Tab', 'Enter')
    await expectPlace(page, 'bendrija')
  })

  it('keep the current slide in sight in a strip with no room for all, in a window of another size too', async () => {
    const page = await visit({ viewport: NARROW })
    const isCurrentSeen = () => {
      const list = document.querySelector('.strip > ol')
      const [whole, part] = [list, document.querySelector('.strip [aria-current]')].map((one) =>
        one?.getBoundingClientRect(),
      )
      if (!list || !whole || !part) return false
      const isScrolled = list.scrollWidth > list.clientWidth || list.scrollHeight > list.clientHeight
      const middle = { x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 }
      return (
        isScrolled &&
        middle.x > whole.left &&
        middle.x < whole.right &&
        middle.y > whole.top &&
        middle.y < whole.bottom
      )
    }
    await press(page, 'End')
    await expectPlace(page, 'pabaiga')
    await expectIn(page, isCurrentSeen)
    await page.setViewport({ ...NARROW, width: NARROW.width - 40 })
    await expectIn(page, isCurrentSeen)
  })

  it('are on the help sheet, in the page’s language', async () => {
    const page = await visit({ language: 'en' })
    await press(page, '?')
    const help = await page.$eval('#help[open]', (sheet) => sheet.textContent)
    expect(help).toMatch(/Next step.*Black screen.*Start or pause the timer/s)
    expect(await page.$eval('#help', (sheet) => sheet.closest('[lang]')?.getAttribute('lang'))).toBe('en')
  })
})

describe('the timer', () => {
  it('starts with the first move from the first slide, is stopped and resumed by T; a reset can be undone', async () => {
    const page = await visit()
    await page.waitForSelector('[data-act="timer"][data-timer="idle"]')
    await press(page, 'ArrowRight')
    await page.waitForSelector('[data-act="timer"][data-timer="running"]')
    await page.waitForSelector('[data-tile="pace"][data-pace="ahead"]')
    await expectRunning(page)
    await press(page, 't')
    await page.waitForSelector('[data-act="timer"][data-timer="paused"]')
    const elapsed = await say(page, 'elapsed')
    await page.click('[data-act="reset"]')
    await expectSaid(page, 'elapsed', /^0:00$/)
    await page.click('[data-act="undo"]')
    await expectSaid(page, 'elapsed', new RegExp(`^${elapsed}$`))
    await page.waitForSelector('[data-act="undo"]', { hidden: true })
    await press(page, 't')
    await page.waitForSelector('[data-act="timer"][data-timer="running"]')
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
    await page.waitForSelector('[data-act="timer"][data-timer="running"]')
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

  it('says how far the talk is from its plan', async () => {
    const page = await visit()
    await press(page, 'ArrowRight')
    expect(await say(page, 'plan')).toBe('2:30')
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
})

describe('a talk survives', () => {
  it('a reload: place, timer, black screen, size of the notes, language of the hall', async () => {
    const page = await visit()
    await press(page, 'ArrowRight', 'ArrowRight', 'b', '+', 'l')
    await expectRunning(page)
    const size = await page.$eval('.cues', (cues) => getComputedStyle(cues).fontSize)
    await page.reload()
    await expectPlace(page, 'sodai', 1)
    await page.waitForSelector('.black:not([hidden])')
    await page.waitForSelector('[data-act="hall"][data-language="en"][aria-pressed="true"]')
    expect(await page.$eval('.cues', (cues) => getComputedStyle(cues).fontSize)).toBe(size)
    expect(readSeconds(await say(page, 'elapsed'))).toBeGreaterThan(0)
  })

  it('a closed window', async () => {
    const page = await visit()
    await press(page, 'End', 't')
    await page.waitForSelector('[data-timer="paused"]')
    const context = page.browserContext()
    const other = await context.newPage()
    await page.close()
    await other.goto(`${stage.url}presenter`)
    await expectPlace(other, 'pabaiga')
    await other.waitForSelector('[data-act="timer"][data-timer="paused"]')
    // Without the address that was given, a new window has no key: it says so, and asks.
    await other.waitForSelector('[data-act="key"]:not([hidden])')
  })

  it('anything that may have been kept', async () => {
    const page = await visit()
    for (const kept of ['', '{', 'null', '{"savedAt":1e15,"position":{"slide":"x"}}']) {
      for (const entry of [`deck-talk:${ROOM}`, `deck-place:${ROOM}`]) {
        await page.evaluate((name, text) => localStorage.setItem(name, text), entry, kept)
      }
      await page.reload()
      await expectPlace(page, 'pradzia')
    }
  })
})

describe('windows of one browser', () => {
  it('share place, timer and size of the notes, and tell a newcomer', async () => {
    const page = await visit()
    const other = await visit({ beside: page })
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectPlace(other, 'sodai', 1)
    await press(other, 'ArrowRight', 'ArrowRight')
    await expectPlace(page, 'bendrija')
    const before = await page.evaluate(() => Object.entries(localStorage))
    await press(page, 't', '+')
    await other.waitForSelector('[data-act="timer"][data-timer="paused"]')
    // News that comes late undoes nothing.
    await page.evaluate((entries) => {
      for (const [key, newValue] of entries) dispatchEvent(new StorageEvent('storage', { key, newValue }))
    }, before)
    expect(await page.$eval('[data-act="timer"]', (timer) => timer.getAttribute('data-timer'))).toBe('paused')
    const sizeIn = (window: Page) => window.$eval('.cues', (cues) => getComputedStyle(cues).fontSize)
    await expect.poll(() => sizeIn(other)).toBe(await sizeIn(page))
    await page.evaluate(() => localStorage.clear())
    const newcomer = await visit({ beside: page })
    await expectPlace(newcomer, 'bendrija')
  })

  it('without the key show where the talk is, steer nothing, and ask for the key', async () => {
    const page = await visit()
    const other = await visit({ secret: undefined, beside: page })
    await press(page, 'ArrowRight')
    await expectPlace(other, 'sodai')
    await press(other, 'ArrowRight')
    await other.waitForSelector('#key[open]')
    await closeDialog(other)
    for (const control of ['[data-act="next"]', '[data-act="black"]', '.strip button', '[data-act="hall"]']) {
      await other.click(control)
      await other.waitForSelector('#key[open]')
      await closeDialog(other)
    }
    await press(page, 'b')
    await other.waitForSelector('.black:not([hidden])')
    expect(await stage.read()).toMatchObject({ seq: 2, slide: 'sodai', step: 0, blank: true })
  })
})

it('without the key, in a browser of its own, shows where the room is', async () => {
  const [page, other] = [await visit(), await visit({ secret: undefined })]
  await press(page, 'ArrowRight', 'ArrowRight')
  await expectPlace(page, 'sodai', 1)
  await expect.poll(() => look(other)).toMatchObject({ label: '2', step: 1 })
})

describe('two drivers', () => {
  it('choose the hall’s language for each other', async () => {
    const laptop = await visit()
    const phone = await visit({ viewport: PHONE })
    await phone.$eval('[data-act="hall"][data-language="en"]', (button) => (button as HTMLElement).click())
    await laptop.waitForSelector('[data-language="en"][aria-pressed="true"]')
    expect(await stage.read()).toMatchObject({ seq: 1, hallLanguage: 'en' })
    await press(laptop, 'l')
    await phone.waitForSelector('[data-language="lt"][aria-pressed="true"]')
  })

  it('follow each other', async () => {
    const laptop = await visit()
    const phone = await visit({ viewport: PHONE })
    await press(laptop, 'ArrowRight')
    await expectPlace(phone, 'sodai')
    await phone.tap('[data-act="next"]')
    await expectPlace(laptop, 'sodai', 1)
    await expectSaid(laptop, 'followers', /^1$/)
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
        if (writes === 2) overtaking = stage.write({ seen: 1, slide: 'zygis', step: 0, blank: false })
        await overtaking
      }
      await request.continue()
    })
    await press(laptop, 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectPlace(laptop, 'sodai', 2)
    sendFirst()
    await expect.poll(() => answers).toEqual([200, 409])
    expect(await overtaking).toBe(200)
    await expectPlace(laptop, 'zygis')
    await expectRoom('zygis')
    await press(laptop, 'ArrowRight')
    await expectRoom('zygis', 1)
  })

  it('agree after one of them was without a network', async () => {
    const laptop = await visit()
    const phone = await visit({ viewport: PHONE })
    await press(laptop, 'ArrowRight')
    await expectPlace(phone, 'sodai')
    await laptop.setOfflineMode(true)
    await press(laptop, 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectPlace(laptop, 'bendrija')
    await expectPlace(phone, 'sodai')
    await laptop.setOfflineMode(false)
    await expectPlace(phone, 'bendrija')
    await expectRoom('bendrija')
  })
})

it('a killed stage stops nothing, and within two seconds of its return all agree', async () => {
  const laptop = await visit()
  const hall = await visit({ beside: laptop })
  const phone = await visit({ viewport: PHONE })
  await press(laptop, 'ArrowRight')
  await expectPlace(phone, 'sodai')
  await stage.kill()
  await Promise.all([laptop, hall, phone].map((page) => expectConnection(page, 'connecting')))
  await press(laptop, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await press(laptop, 'b')
  await expectPlace(hall, 'bendrija')
  await hall.waitForSelector('.black:not([hidden])')
  await expectPlace(phone, 'sodai')
  await stage.start()
  await Promise.all([
    phone.waitForSelector('.black:not([hidden])'),
    ...[laptop, hall, phone].map((page) => expectPlace(page, 'bendrija')),
    expectRoom('bendrija'),
  ])
  await phone.tap('[data-act="next"]')
  await expectPlace(hall, 'taryba')
})

describe('on a phone', () => {
  it('shows time, slide, step and notes, and steers by large buttons; all is large enough for a finger', async () => {
    const page = await visit({ viewport: PHONE })
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
    await expectPlace(page, 'sodai', 1)
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
    await expectPlace(page, 'sodai')
  })

  it('is opened by a code, which the page holds only while it is shown', async () => {
    const page = await visit()
    await page.click('[data-act="phone"]')
    const code = await page.waitForSelector('#phone[open] .code path')
    expect((await code?.evaluate((path) => path.getAttribute('d')?.length)) ?? 0).toBeGreaterThan(1000)
    await expectSaid(page, 'address', /^http:\/\/192\.168\.1\.20:4173\/presenter$/)
    await press(page, 'Escape')
    await page.waitForSelector('#phone .code path', { hidden: true })
  })
})

describe('the phone’s code', () => {
  const readCode = (page: Page) => page.$eval('#phone .code path', (path) => path.getAttribute('d'))

  it('is for the address that the speaker chooses, and the console says when a phone has arrived', async () => {
    const page = await visit()
    await page.click('[data-act="phone"]')
    await page.waitForSelector('#phone label:not([hidden])')
    await page.waitForSelector('#phone .code path')
    const first = await readCode(page)
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
  })

  it('is not shown while the stage does not answer, and comes back with it', async () => {
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

describe('a move that the stage does not take', () => {
  /** A console whose writes get this answer until `stop` is called. */
  async function answerWrites(answer: 'nothing' | number) {
    const page = await visit()
    await page.setRequestInterception(true)
    let isOn = true
    page.on('request', async (request) => {
      if (!isOn || request.method() !== 'POST') return request.continue()
      if (answer !== 'nothing') await request.respond({ status: answer })
    })
    return {
      page,
      stop() {
        isOn = false
      },
    }
  }

  it.each([
    [403, 'blocked', 'adresu, kurį parodė „npm start“'],
    [503, 'busy', 'pultas bando vėl'],
    ['nothing', 'slow', 'užverkite nereikalingus'],
  ] as const)(
    '(%s) is told with its reason and what to do, and reaches this browser’s windows',
    async (answer, fault, words) => {
      const { page, stop } = await answerWrites(answer)
      const other = await visit({ beside: page, secret: undefined })
      await press(page, 'ArrowRight')
      await expectPlace(other, 'sodai')
      await page.waitForSelector(`[data-unsent="${fault}"]:not([hidden])`)
      expect(
        await page.$eval('[data-warning="unsent"]', (told) =>
          told instanceof HTMLElement ? told.innerText : '',
        ),
      ).toContain(words)
      await expectConnection(page, 'unsent')
      expect(await findViolations(page, { colours: true })).toEqual([])
      stop()
      await page.waitForSelector('[data-warning="unsent"]', { hidden: true })
      await expectConnection(page, 'live')
      await expectRoom('sodai')
    },
  )
})

describe.each(['lt', 'en'] as const)('in a window of any size (%s)', (language) => {
  it('everything fits and nothing covers anything else', async () => {
    // Without the key and after a reset there are the most controls.
    const page = await visit({ language, secret: undefined })
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
      const faults = await page.evaluate(() => {
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
      })
      expect(faults, `${width} × ${height}`).toEqual([])
      await expectTargets(page)
    }
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

it('copies slides without their ids', async () => {
  const page = await visit()
  for (const slide of NUMBERS) {
    await page.$eval(`.strip [data-slide="${slide}"] button`, (button) => (button as HTMLElement).click())
    await expectPlace(page, slide)
    const ids = await page.$$eval('[id]', (elements) => elements.map(({ id }) => id))
    expect(ids).toEqual([...new Set(ids)])
  }
})

describe.each(['lt', 'en'] as const)('axe finds nothing (%s)', (language) => {
  // The same in both languages.
  const colours = language === 'lt'

  it.each([
    ['on a wide screen', WIDE],
    ['on a phone', PHONE],
  ])('%s, in any state, with any dialog', async (_screen, viewport) => {
    const page = await visit({ viewport, language })
    expect(await findViolations(page, { colours })).toEqual([])
    await press(page, 'ArrowRight', 'ArrowRight', 'b')
    await page.waitForSelector('.black:not([hidden])')
    expect(await findViolations(page, { colours })).toEqual([])
    await press(page, 'End')
    for (const key of ['?', 'g']) {
      await press(page, key)
      await page.waitForSelector('dialog[open]')
      expect(await findViolations(page, { colours })).toEqual([])
      await closeDialog(page)
    }
    await page.$eval('[data-act="phone"]', (button) => button instanceof HTMLElement && button.click())
    await page.waitForSelector('#phone[open]')
    expect(await findViolations(page, { colours })).toEqual([])
  })

  it('without the key, and where it is asked for', async () => {
    const page = await visit({ language, secret: undefined })
    expect(await findViolations(page, { colours })).toEqual([])
    await page.click('[data-act="key"]')
    await page.type('#key-text', 'labas')
    await press(page, 'Enter')
    await page.waitForSelector('#key-error:not([hidden])')
    expect(await findViolations(page, { colours })).toEqual([])
  })
})

it('shows the addresses on slides in the slides’ own letters', async () => {
  const page = await visit()
  const fonts = await page.$$eval('.slide .address', (links) =>
    links.map((link) => [getComputedStyle(link).fontFamily.slice(0, 17), getComputedStyle(link).fontWeight]),
  )
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toEqual(['"Instrument Sans"', '400'])
})
