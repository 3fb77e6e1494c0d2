import { renderSlides } from '../render/slide.ts'
import { type Deck, LANGUAGES } from '../slide.ts'
import { readSound } from './compose.ts'

/** Loads the deck and finds its faults before anything is built of it. Throws a DeckFault, or what loading it throws. */
export async function checkTalk(): Promise<Deck> {
  const { default: deck } = await import('../../slides/deck.ts')
  const logos = await readSound(deck)
  for (const language of LANGUAGES) renderSlides({ deck, language, logos })
  return deck
}
