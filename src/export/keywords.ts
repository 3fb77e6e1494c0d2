import type { Deck, Language } from '../slide.ts'

/** Words to find a file by, all of them the talk's own: who speaks, of what, and the titles of its slides. */
export function listKeywords(deck: Deck, language: Language): string[] {
  const words = Object.values(deck.slides).flatMap((slide) => {
    if (slide.layout === 'cover') return []
    const halves = slide.layout === 'loop' ? slide.halves.map(({ label }) => label[language]) : []
    return [slide.title[language], ...halves]
  })
  return [...new Set([deck.brand, deck.association[language], ...words])]
}
