import type { Deck, SlideBase } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import type { Html } from '../markup/html.ts'
import type { SlideContext } from './context.ts'

/** Everything the deck knows of a layout that a slide's HTML does not tell. */
export interface Layout<Slide extends SlideBase> {
  /** What the slide's text stands on. */
  readonly ground: 'ink' | 'paper'
  /** The slide's content. Steps carry `data-fragment-index`, links to sources `data-source`. */
  render(slide: Slide, context: SlideContext): Html
  /** What types can't say, each fault with its remedy; faults that every slide may have are found elsewhere. */
  check?(slide: Slide, deck: Deck): string[]
  /** Ids of the logos that the slide shows where they exist. */
  listLogos?(slide: Slide): string[]
  /** Words to find a file by; without it, the slide's title. */
  listKeywords?(slide: Slide, language: Language): string[]
}
