import type { Deck } from '../deck/deck.ts'
import { listTexts } from './list-texts.ts'

/** How a text begins that `npm run new` has left for the author. */
export const TO_FILL_IN = 'TODO:'

/** Where a deck still has texts to fill in: `slides/<talk>/<id>.ts: title (lt)`. `folder` is the talk's. */
export function findUnfilled({ slides, ...deck }: Deck, folder: string): string[] {
  const parts = [['deck', deck] as const, ...Object.entries(slides)]
  return parts.flatMap(([file, part]) =>
    listTexts(part)
      .filter(({ text }) => text.startsWith(TO_FILL_IN))
      .map(({ path, language }) => `${folder}/${file}.ts: ${path}${language ? ` (${language})` : ''}`),
  )
}
