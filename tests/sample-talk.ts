import type { Talk } from '../src/deck/deck.ts'
import deck from './fixtures/slides/sample/deck.ts'

/** The folder of talks that the engine is tested with, in the place of `slides/`. */
export const SAMPLE_SLIDES = 'tests/fixtures/slides'

/** The talk that the engine is tested with. */
export const SAMPLE: Talk = { folder: `${SAMPLE_SLIDES}/sample`, deck, logos: new Map() }
