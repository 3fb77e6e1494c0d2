import type { Deck } from '../../deck/deck.ts'
import type { Language } from '../../deck/language.ts'
import type { MeasuredSlide } from '../../measured/measured-slide.ts'

/** What a file says. */
export interface Content {
  readonly deck: Deck
  readonly language: Language
  /** The slides that are wanted, as the page shows them. */
  readonly slides: readonly MeasuredSlide[]
  /** Whether the speaker's notes stand with each slide. */
  readonly notes: boolean
}

/** A file that is written from what the page tells of its slides. */
export interface MeasuredFormat {
  /** Names it on the command line, and ends the file's name. */
  readonly name: string
  /** Loads what it needs when it is called. `date` is the source's. */
  make(content: Content, date: Date | undefined): Promise<Uint8Array>
}
