import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { DrivenPage } from '../src/browser/driven-page.ts'
import { createMoves } from '../src/talk/moves.ts'
import { OUTLINE } from './talk.ts'

/** All that a screen shows of the talk. */
export interface Shown {
  readonly slide: string
  readonly step: number
  readonly blank: boolean
  readonly hallLanguage: string
}

const FIRST: Shown = { slide: OUTLINE[0].slide, step: 0, blank: false, hallLanguage: 'lt' }

/** What the speaker has chosen so far, by the keys that were pressed. */
export function createChoice() {
  let chosen = FIRST
  let since = [chosen]
  const choose = (change: Partial<Shown>) => {
    chosen = { ...chosen, ...change }
    since.push(chosen)
  }
  const outline = OUTLINE.map(({ slide, steps }) => ({ id: slide, steps }))
  const { Home, End, PageDown, PageUp } = createMoves(outline, () => chosen, choose).keys
  return {
    keys: {
      Home,
      End,
      PageDown,
      PageUp,
      '.': () => choose({ blank: !chosen.blank }),
      l: () => choose({ hallLanguage: chosen.hallLanguage === 'lt' ? 'en' : 'lt' }),
    },
    choose,
    last: () => chosen,
    /** What was chosen since the last call, in order, with what was chosen before. */
    take() {
      const taken = since
      since = [chosen]
      return taken
    },
  }
}

export interface HallRecord {
  /** What the hall has shown since the last call, in order. */
  take(): readonly Shown[]
  last(): Shown | undefined
}

/** Records everything that the hall shows, also between two reloads. Call it before the page is opened. */
export async function recordHall(hall: Page): Promise<HallRecord> {
  let shown: Shown[] = []
  let last: Shown | undefined
  await hall.exposeFunction('tellShown', (place: Shown) => {
    last = place
    shown.push(place)
  })
  await hall.evaluateOnNewDocument(() => {
    let last = ''
    const read = () => {
      const slide = document.querySelector('.slide.present')
      const taken = [...(slide?.querySelectorAll<HTMLElement>('.fragment.visible') ?? [])]
      return {
        slide: slide?.id ?? '',
        step: Math.max(-1, ...taken.map(({ dataset }) => Number(dataset['fragmentIndex']))) + 1,
        blank: document.querySelector('.reveal.paused') !== null,
        // A translator changes what the document says of its language.
        hallLanguage: location.pathname.startsWith('/en/') ? 'en' : 'lt',
      }
    }
    new MutationObserver(() => {
      const place = read()
      if (document.documentElement.dataset['ready'] === undefined || JSON.stringify(place) === last) return
      last = JSON.stringify(place)
      const { tellShown } = window as unknown as { tellShown(place: object): void }
      tellShown(place)
    }).observe(document, { attributes: true, childList: true, subtree: true })
  })
  return {
    take() {
      const taken = shown
      shown = []
      return taken
    },
    last: () => last,
  }
}

/** What a console says of the talk. */
export function readConsole(page: DrivenPage): Promise<Shown> {
  return page.evaluate(() => {
    const find = (selector: string) => document.querySelector<HTMLElement>(selector)
    return {
      slide: find('.strip li:has([aria-current])')?.dataset['slide'] ?? '',
      step: Number(find('[data-preview="now"] [data-out="taken"]')?.textContent),
      blank: find('[data-act="black"]')?.ariaPressed === 'true',
      hallLanguage: find('[data-act="hall"][aria-pressed="true"]')?.dataset['language'] ?? 'lt',
    }
  })
}

/** Expects that a screen has shown only what was chosen, in its order; it may have left something out. */
export function expectChosen(shown: readonly Shown[], chosen: readonly Shown[], fault: string): void {
  const left = chosen.map((place) => JSON.stringify(place))
  for (const place of shown) {
    const found = left.indexOf(JSON.stringify(place))
    const seen = `after “${fault}” the hall showed ${JSON.stringify(shown)} of ${JSON.stringify(chosen)}`
    expect(found, seen).toBeGreaterThanOrEqual(0)
    left.splice(0, found)
  }
}
