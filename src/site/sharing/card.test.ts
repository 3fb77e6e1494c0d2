import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { GROUNDS } from './card.ts'

const tokens = readFileSync(new URL('../../page/styles/tokens.css', import.meta.url), 'utf8')

/** A role's colour on a ground, as the styles set it outside of media queries. */
function readToken(ground: string, role: string): string | undefined {
  const block = tokens.match(new RegExp(`\\n\\[data-ground="${ground}"\\][^{]*\\{(.*?)\\n\\}`, 's'))?.[1]
  return block?.match(new RegExp(`--${role}: var\\(--([\\w-]+)\\)`))?.[1]
}

it.each(Object.entries(GROUNDS))('the pictures on %s have the slides’ own colours', (ground, colours) => {
  for (const [role, colour] of Object.entries(colours)) expect(readToken(ground, role), role).toBe(colour)
})
