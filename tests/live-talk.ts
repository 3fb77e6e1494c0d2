import type { Page } from 'puppeteer-core'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { expectIn, POLLING } from './browser.ts'

/** Waits until a page shows a slide, and where it presents, so many of its steps. */
export const expectShows = (page: DrivenPage, slide: string, steps = 0) =>
  expectIn(
    page,
    (wanted) => {
      if (document.documentElement.dataset['view'] === 'reading') {
        const box = document.getElementById(wanted.slide)?.getBoundingClientRect()
        return box !== undefined && box.top < innerHeight / 2 && box.bottom > innerHeight / 2
      }
      const present = document.querySelector('.slide.present')
      const visible = [...(present?.querySelectorAll<HTMLElement>('.fragment.visible') ?? [])]
      const last = Math.max(-1, ...visible.map(({ dataset }) => Number(dataset['fragmentIndex'])))
      return present?.id === wanted.slide && last + 1 === wanted.steps
    },
    { slide, steps },
  )

/** Waits until a console has the key and hears the stage. */
export async function expectLive(console: DrivenPage): Promise<void> {
  await expectIn(console, () => document.querySelector('[data-connection="live"]') !== null)
}

/** Moves the talk to a slide, as the speaker does with G. */
export async function jumpTo(console: Page, wanted: string): Promise<void> {
  await console.bringToFront()
  await console.keyboard.press('g')
  await console.waitForSelector('dialog[open] input')
  await console.keyboard.type(wanted)
  await console.keyboard.press('Enter')
  await console.waitForFunction(() => document.querySelector('dialog[open]') === null, POLLING)
}

export const FOLLOW = '[data-control="follow"]'

/** Presses the control to follow, once it is there. */
export async function follow(page: Page): Promise<void> {
  await page.waitForSelector(`${FOLLOW}:not([hidden])`)
  await page.$eval(FOLLOW, (control) => (control as HTMLElement).click())
}
