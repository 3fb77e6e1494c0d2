import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { findLayout } from '../layouts/index.ts'

/** Search words for a file, all from the talk itself: the speaker, the subject, and the slides' titles. */
export function listKeywords(deck: Deck, language: Language): string[] {
  const words = Object.values(deck.slides).flatMap(
    (slide) => findLayout(slide)?.listKeywords?.(slide, language) ?? [slide.title[language]],
  )
  return [...new Set([deck.brand, deck.association[language], ...words])]
}
