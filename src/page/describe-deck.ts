import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { nameEvent } from '../strings/name-event.ts'

/** The talk's description for search engines and networks; when and where it is given comes first, if that is known. */
export function describeDeck({ description, event }: Deck, language: Language): string {
  if (event === undefined) return description[language]
  return `${nameEvent(event, language)}. ${description[language]}`
}
