import type { Deck } from '../src/deck/deck.ts'
import type { Language } from '../src/deck/language.ts'
import { raw } from '../src/markup/html.ts'
import { countSteps } from '../src/page/outline.ts'
import { renderSlide } from '../src/page/render-slide.ts'
import sample from './fixtures/slides/sample/deck.ts'

export interface SampleOptions {
  readonly language?: Language
  /** Fields that replace the slide's own. */
  readonly fields?: object
  /** Fields of the deck that replace its own. */
  readonly deck?: Partial<Deck>
  readonly logos?: ReadonlyMap<string, string>
}

/** A slide of the sample talk as HTML. */
export function renderSample(id: string, options: SampleOptions = {}): string {
  const { language = 'lt', fields, logos = new Map() } = options
  const deck = { ...sample, ...options.deck }
  const slide = deck.slides[id]
  if (slide === undefined) throw new Error(`the sample talk has no slide "${id}"`)
  const number = Object.keys(deck.slides).indexOf(id) + 1
  return renderSlide({ ...slide, ...fields }, { deck, language, id, number, logos }).markup
}

/** How many steps a slide's HTML has. */
export function countSampleSteps(markup: string): number {
  return countSteps(raw(markup))
}
