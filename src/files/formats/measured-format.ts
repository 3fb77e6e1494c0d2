import type { Deck } from '../../deck/deck.ts'
import type { Language } from '../../deck/language.ts'
import type { MeasuredSlide } from '../../measured/measured-slide.ts'

/** The content of a file. */
export interface Content {
  readonly deck: Deck
  readonly language: Language
  /** The wanted slides, as measured on the page. */
  readonly slides: readonly MeasuredSlide[]
  /** Whether to add the speaker's notes to each slide. */
  readonly notes: boolean
}

/** A format that is written from measured slides. */
export interface MeasuredFormat {
  /** The format's name on the command line and the ending of its files. */
  readonly name: string
  /** Makes the file's bytes; loads its libraries only when called. `date` is the source's. */
  make(content: Content, date: Date | undefined): Promise<Uint8Array>
}
