import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { findLayout } from '../layouts/index.ts'

/** Words to find a file by, all of them the talk's own: who speaks, of what, and the titles of its slides. */
export function listKeywords(deck: Deck, language: Language): string[] {
  const words = Object.values(deck.slides).flatMap(
    (slide) => findLayout(slide).listKeywords?.(slide, language) ?? [slide.title[language]],
  )
  return [...new Set([deck.brand, deck.association[language], ...words])]
}
