import type { Talk } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { renderSlides } from '../page/render-slide.ts'
import { readSound } from './compose.ts'

/** Finds a talk's faults before anything is built of it. Throws a DeckFault. */
export async function checkTalk(talk: Talk): Promise<void> {
  const logos = await readSound(talk)
  for (const language of LANGUAGES) renderSlides({ deck: talk.deck, language, logos })
}
