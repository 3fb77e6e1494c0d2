import { isLanguage, type Language } from '../../deck/language.ts'
import type { Outline } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import { countSteps } from '../../talk/slides.ts'

/** The talk's data in the console's page. */
export interface ConsolePage {
  readonly language: Language
  readonly room: string
  /** The room's address. */
  readonly address: string
  /** The console's URL for a phone that reaches the site at `origin`, by default at the likeliest address. */
  readonly findElsewhere: (origin?: string) => URL
  readonly slides: readonly ConsoleSlide[]
  readonly outline: Outline
}

export interface ConsoleSlide {
  readonly id: string
  readonly title: string
  readonly steps: number
  readonly minutes: number
  /** Its number among all, `3/9`, or that it is hidden. */
  readonly where: string
  readonly hidden: boolean
  /** The slide's element in the strip. */
  readonly element: HTMLElement
}

/** Reads the data from the page. Throws when it is not the console's page. */
export function readPage(): ConsolePage {
  // Not `<html lang>`, which a translator changes.
  const { language, room, live, origin } = find('.console', HTMLElement).dataset
  if (room === undefined || live === undefined) throw new Error('the console’s page names no room')
  if (!isLanguage(language)) {
    throw new Error(`the console’s page is in "${language}", which the deck does not know`)
  }
  const slides = [...document.querySelectorAll<HTMLElement>('.strip [data-slide]')].map(readSlide)
  const outline = slides.map(({ id, steps, hidden }) => ({ id, steps, hidden }))
  // The room's URL is two levels below the site's root, which other devices know as the origin.
  const root = new URL('../', new URL(live, location.href))
  const path = location.pathname.slice(root.pathname.length)
  const findElsewhere = (elsewhere = origin) => new URL(path, elsewhere ?? root)
  return { language, room, address: live, findElsewhere, slides, outline }
}

function readSlide(item: HTMLElement): ConsoleSlide {
  const { slide: id = '', title = '', minutes, where = '' } = item.dataset
  const element = item.querySelector<HTMLElement>('.slide')
  if (element === null) throw new Error(`the console’s strip has no slide ${id}`)
  const hidden = 'hidden' in element.dataset
  return { id, title, steps: countSteps(element), minutes: Number(minutes), where, hidden, element }
}
