import { afterAll, beforeAll, it } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { expectIn } from './browser.ts'
import { describeEngines } from './engines.ts'
import { copyBuiltProject, endAll, startStage } from './stage-process.ts'

const secret = makeSecret()
let origin = ''
beforeAll(async () => {
  ;({ origin } = await startStage(copyBuiltProject(), [], { STAGE_SECRET: secret }).opened)
})
afterAll(endAll)

const WIDE = { width: 1280, height: 720 }
const PHONE = { width: 390, height: 664 }

/** Waits until a page shows a slide, and where it presents, so many of its steps. */
const expectShows = (page: DrivenPage, slide: string, steps = 0) =>
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

const expectThere = (page: DrivenPage, selector: string) =>
  expectIn(page, (wanted) => document.querySelector(wanted) !== null, selector)

describeEngines('a talk', (visit) => {
  it('is steered from the console; the hall and a reader on a phone follow, also after a reload', async () => {
    const [console, hall, phone] = [
      await visit({ width: 1366, height: 768 }),
      await visit(WIDE),
      await visit(PHONE),
    ]
    await hall.goto(`${origin}/hall`)
    await phone.goto(`${origin}/`)
    await console.goto(`${origin}/presenter#${secret}`)
    await expectThere(console, '[data-connection="live"]')
    // The engine before may have left the talk anywhere.
    await console.keyboard.press('Home')
    await console.keyboard.press('ArrowRight')
    await expectShows(hall, 'sodai')
    await expectThere(phone, '[data-control="follow"]:not([hidden])')
    await phone.click('[data-control="follow"]')
    await expectThere(phone, '[data-control="follow"][aria-pressed="true"]')

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
  })
  it('hears the keys of the hall’s window through the console, and keeps its place when that is opened again', async () => {
    const [console, hall] = [await visit({ width: 1366, height: 768 }), await visit(WIDE)]
    await console.goto(`${origin}/presenter#${secret}`)
    await expectThere(console, '[data-connection="live"]')
    await console.keyboard.press('End')
    await hall.goto(`${origin}/hall`)
    // It opens on the first slide. Once it shows another one, it hears the console, and keys too.
    await expectShows(hall, 'pabaiga')
    await console.keyboard.press('Home')
    await expectShows(hall, 'pradzia')
    await hall.keyboard.press('PageDown')
    await hall.keyboard.press('PageDown')
    await expectShows(hall, 'sodai', 1)
    for (const key of ['F5', 'Escape', 'r', 'o', 'Tab', 'Enter', '?'] as const) await hall.keyboard.press(key)
    await console.goto(`${origin}/presenter#${secret}`)
    await expectThere(console, '[data-connection="live"]')
    await console.keyboard.press('PageDown')
    await expectShows(hall, 'sodai', 2)
  })
})
