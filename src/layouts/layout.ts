import type { Deck, SlideBase } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import type { Html } from '../markup/html.ts'
import type { SlideContext } from './context.ts'
import type { PlacedPicture } from './picture-place.ts'

/** Everything that the deck knows about a layout. The rest is in the slide's HTML. */
export interface Layout<Slide extends SlideBase> {
  /** The background of the slide's text. */
  readonly ground: 'ink' | 'paper'
  /** The slide's content. Steps carry `data-fragment-index`, links to sources `data-source`. */
  render(slide: Slide, context: SlideContext): Html
  /** Finds faults of this layout that types can't express, each with its remedy. */
  check?(slide: Slide, deck: Deck): string[]
  /** Ids of the logos that the slide shows if their files exist. */
  listLogos?(slide: Slide): string[]
  /** The pictures that the slide shows, each with the area that it fills. */
  listPictures?(slide: Slide): PlacedPicture[]
  /** Search words for the exported file; without this function the slide's title is used. */
  listKeywords?(slide: Slide, language: Language): string[]
}
