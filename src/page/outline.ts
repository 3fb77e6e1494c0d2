import type { Deck } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { BLANK_PICTURES } from '../deck/picture.ts'
import type { Html } from '../markup/html.ts'
import { renderSlides } from './render-slide.ts'

interface Outlined {
  readonly id: string
  readonly steps: number
  readonly hidden?: boolean
}

/** The slides as the live channel knows them: each one's id and how many steps it has, and which are hidden. */
export function outlineDeck(deck: Deck): Outlined[] {
  const [language] = LANGUAGES
  const slides = renderSlides({ deck, language, logos: new Map(), pictures: BLANK_PICTURES })
  return Object.entries(deck.slides).map(([id, { hidden }], index) => ({
    id,
    steps: countSteps(slides[index]),
    ...(hidden && { hidden }),
  }))
}

/** How many steps a slide's HTML has. */
export function countSteps(slide: Html | undefined): number {
  const steps = slide?.markup.matchAll(/ data-fragment-index="(\d+)"/g) ?? []
  return Math.max(0, ...[...steps].map(([, index]) => Number(index) + 1))
}
