import type { Talk } from '../src/deck/deck.ts'
import deck from './fixtures/slides/sample/deck.ts'

/** The folder of the engine's test talks, used in place of `slides/`. */
export const SAMPLE_SLIDES = 'tests/fixtures/slides'

/** The talk that tests of the engine use. */
export const SAMPLE: Talk = { folder: `${SAMPLE_SLIDES}/sample`, deck, logos: new Map(), pictures: new Map() }
