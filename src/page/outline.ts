import type { Deck } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import type { Html } from '../markup/html.ts'
import { renderSlides } from './render-slide.ts'

/** The running order as the live channel knows it: each slide's id and how many steps it has. */
export function outlineDeck(deck: Deck): { readonly id: string; readonly steps: number }[] {
  const [language] = LANGUAGES
  const slides = renderSlides({ deck, language, logos: new Map() })
  return Object.keys(deck.slides).map((id, index) => ({ id, steps: countSteps(slides[index]) }))
}

/** How many steps a slide's HTML has. */
export function countSteps(slide: Html | undefined): number {
  const steps = slide?.markup.matchAll(/ data-fragment-index="(\d+)"/g) ?? []
  return Math.max(0, ...[...steps].map(([, index]) => Number(index) + 1))
}
