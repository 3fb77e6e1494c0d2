import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, expectReading, PHONE, POLLING, useBrowser } from './browser.ts'
import { listMissing } from './compatibility.ts'
import { type ConsoleStage, startConsoleStage } from './console-stage.ts'

const visit = useBrowser()

let stage: ConsoleStage
beforeAll(async () => {
  stage = await startConsoleStage()
})
afterAll(() => stage.kill())

/** What private windows, embedded browsers and old ones may lack. */
const OPTIONAL = [
  { owner: 'Window', member: 'BroadcastChannel' },
  { owner: 'Window', member: 'localStorage' },
  { owner: 'Window', member: 'sessionStorage' },
  { owner: 'Navigator', member: 'serviceWorker' },
  { owner: 'Navigator', member: 'wakeLock' },
  { owner: 'Navigator', member: 'locks' },
  { owner: 'Navigator', member: 'clipboard' },
  { owner: 'AbortSignal', member: 'timeout' },
]

type Features = readonly { readonly owner: string; readonly member?: string }[]

/** Takes features from a page before its scripts run: `refused` ones are there, and throw when they are used. */
async function take(page: Page, features: Features, how: 'missing' | 'refused'): Promise<void> {
  await page.evaluateOnNewDocument(
    (taken, refuses) => {
      const get = () => {
        throw new DOMException('refused', 'SecurityError')
      }
      for (const { owner, member } of taken) {
        const found: unknown = owner === 'Window' ? window : Reflect.get(window, owner)
        if (member === undefined) Reflect.deleteProperty(window, owner)
        if (found === undefined || member === undefined) continue
        const prototype: unknown = Reflect.get(Object(found), 'prototype')
        for (const holder of [Object(found), Object(prototype)]) {
          if (!Object.hasOwn(holder, member)) continue
          Reflect.deleteProperty(holder, member)
          if (refuses) Object.defineProperty(holder, member, { get, configurable: true })
        }
      }
    },
    features,
    how === 'refused',
  )
}

/** Waits until the page presents a slide; without anything that the test has taken. */
async function expectShown(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    (slide) =>
      'ready' in document.documentElement.dataset &&
      document.querySelector('.slide.present')?.id === slide &&
      location.hash === `#${slide}`,
    POLLING,
    id,
  )
}

describe.each([
  ['lacks what is optional', OPTIONAL, 'missing'],
  ['refuses what is optional', OPTIONAL, 'refused'],
  ['has only what the oldest supported ones all have', listMissing(), 'missing'],
] as const)('a browser that %s', (_what, features, how) => {
  const errorsOf = (problems: readonly string[]) => problems.filter((problem) => problem.startsWith('error'))

  it('reads and presents', async () => {
    const { page, problems } = await visit({ viewport: PHONE })
    await take(page, features, how)
    await page.goto(addressOf('lt', '#bendrija'))
    await expectReading(page, 'bendrija')
    await page.click('[data-control="view"]')
    await expectShown(page, 'bendrija')
    await page.keyboard.press('PageDown')
    await expectShown(page, 'taryba')
    await page.keyboard.press('o')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expectShown(page, 'pabaiga')
    expect(errorsOf(problems)).toEqual([])
  })

  it('steers the talk', async () => {
    const { page, problems } = await visit({ host: new URL(stage.url).host })
    await take(page, features, how)
    await page.goto(`${stage.url}presenter#${stage.secret}`)
    await page.waitForSelector('[data-connection="live"]')
    await page.keyboard.press('PageDown')
    await page.waitForFunction(
      () => document.querySelector('[data-preview="now"] .where')?.textContent === '2/9',
    )
    await expect.poll(() => stage.read()).toMatchObject({ slide: 'sodai' })
    expect(errorsOf(problems)).toEqual([])
    await stage.kill()
    await stage.start()
  })
})
