/**
 * What a talk is written with, and all that a talk imports. `layout` discriminates the union of slides, so that a wrong
 * layout, a missing language or a misspelt field does not compile. What types can't say is checked by
 * `src/page/check-deck.ts`.
 */
import type { Deck } from './deck/deck.ts'
import type { Slide } from './layouts/index.ts'

export type { Contact, TalkEvent } from './deck/deck.ts'
export { md } from './deck/markdown.ts'

/** One slide, checked as it is written; a slide module's default export. */
export function defineSlide(slide: Slide): Slide {
  return slide
}

/** The talk's contents page; the default export of its `deck.ts`. */
export function defineDeck(deck: Deck<Slide>): Deck<Slide> {
  return deck
}
