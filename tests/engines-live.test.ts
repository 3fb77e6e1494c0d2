import { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { expectIn } from './browser.ts'
import { describeEngines, swipe } from './engines.ts'
import { expectLive, expectShows } from './live-talk.ts'
import { copyBuiltProject, endAll, startStage } from './stage-process.ts'

const secret = makeSecret()
let origin = ''
beforeAll(async () => {
  ;({ origin } = await startStage(copyBuiltProject(), [], { STAGE_SECRET: secret }).opened)
})
afterAll(endAll)

const WIDE = { width: 1280, height: 720 }
const PHONE = { width: 390, height: 664 }
const [LEFT, RIGHT] = [
  { x: 300, y: 300 },
  { x: 900, y: 300 },
] as const

const expectThere = (page: DrivenPage, selector: string) =>
  expectIn(page, (wanted) => document.querySelector(wanted) !== null, selector)

/** What the stage tells who has the key. */
async function ask(what: '' | '/followers'): Promise<unknown> {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${secret}` }
  return (await fetch(`${origin}/live/main${what}`, { headers })).json()
}

/** Waits until the stage has a place, which a console has written there. */
const expectRoom = (slide: string, step: number) => expect.poll(() => ask('')).toMatchObject({ slide, step })

/** Waits until each key has made the window full screen, and `F` has ended it. */
async function expectFullScreen(page: DrivenPage, ...keys: readonly ('f' | 'F5')[]): Promise<void> {
  // Firefox shows no tab in full screen that lies behind another.
  if (page instanceof Page) await page.bringToFront()
  for (const key of keys) {
    await page.keyboard.press(key)
    await expectIn(page, () => document.fullscreenElement !== null)
    await page.keyboard.press('f')
    await expectIn(page, () => document.fullscreenElement === null)
  }
}

describeEngines('a talk', (visit) => {
  it('is steered from the console and the hall’s window; the hall and a phone follow, also after a reload', async () => {
    const [console, hall, phone] = [
      await visit({ width: 1366, height: 768 }),
      await visit(WIDE),
      await visit(PHONE),
    ]
    await hall.goto(`${origin}/hall`)
    await phone.goto(`${origin}/`)
    await console.goto(`${origin}/presenter#${secret}`)
    await expectLive(console)
    // The engine before may have left the talk anywhere.
    await console.keyboard.press('Home')
    await console.keyboard.press('ArrowRight')
    await expectShows(hall, 'sodai')
    await expectThere(phone, '[data-control="follow"]:not([hidden])')
    await phone.click('[data-control="follow"]')
    await expectThere(phone, '[data-control="follow"][aria-pressed="true"]')
    // The windows of one browser share one stream.
    await expect.poll(() => ask('/followers')).toMatchObject({ followers: 1 })

    await console.keyboard.press('ArrowRight')
    await Promise.all([expectShows(hall, 'sodai', 1), expectShows(phone, 'sodai')])
    await console.keyboard.press('End')
    await Promise.all([expectShows(hall, 'pabaiga'), expectShows(phone, 'pabaiga')])
    await console.keyboard.press('PageUp')
    await Promise.all([expectShows(hall, 'zygis', 3), expectShows(phone, 'zygis')])

    await hall.goto(`${origin}/hall`)
    await expectShows(hall, 'zygis', 3)
    await console.keyboard.press('PageUp')
    await Promise.all([expectShows(hall, 'zygis', 2), expectShows(phone, 'zygis')])

    // The hall's window gives keys, clicks and swipes to the console.
    await console.keyboard.press('Home')
    await expectShows(hall, 'pradzia')
    await hall.keyboard.press('PageDown')
    await hall.keyboard.press('PageDown')
    await expectShows(hall, 'sodai', 1)
    await expectRoom('sodai', 1)
    // A click that brings a window to the front does nothing else; this one has been there for longer.
    await expectIn(hall, () => performance.now() > 500)
    await hall.click('.slide.present')
    await expectShows(hall, 'sodai', 2)
    await swipe(hall, RIGHT, LEFT)
    await expectShows(hall, 'bendrija')
    await swipe(hall, LEFT, RIGHT)
    await expectShows(hall, 'sodai', 2)

    await hall.evaluate(() => document.body.classList.add('same'))
    for (const key of ['Escape', 'r', 'o', 'g', 'l', 'Tab', 'Enter', '?'] as const)
      await hall.keyboard.press(key)
    await expectFullScreen(hall, 'f', 'F5')
    await expectFullScreen(console, 'F5')
    await expectThere(hall, '[data-view="presenting"]:not(:has(dialog, .overview)) > .same')

    // What the number row of a Lithuanian keyboard types: drivers have none.
    await console.keyboard.press('g')
    await expectThere(console, '#jump[open]')
    await console.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#jump[open] input')
      input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'č', code: 'Digit2' }))
      if (input !== null) input.value = 'č'
    })
    await console.keyboard.press('Enter')
    await expectShows(hall, 'sodai')

    await console.goto('about:blank')
    await hall.keyboard.press('PageDown')
    await expectIn(hall, () => document.querySelector('.notice')?.textContent !== '')
    await expectShows(hall, 'sodai')
    await expectRoom('sodai', 0)
  })
})
