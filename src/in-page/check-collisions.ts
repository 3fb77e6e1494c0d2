import { overlap } from '../measured/rectangle.ts'
import { describe, quote } from './describe.ts'
import type { Obstacle } from './obstacles.ts'
import { type Pairs, remark } from './pairs.ts'
import { TOLERANCE } from './rectangle.ts'
import type { Word } from './words.ts'

/** Finds text that covers the text of another block or anything drawn; one fault for each pair. */
export function checkCollisions(words: readonly Word[], obstacles: readonly Obstacle[]): string[] {
  const texts: Pairs = new Map()
  const drawings: Pairs = new Map()
  const name = ({ text, block }: Word) => `${quote(text)} (${describe(block)})`
  for (const [index, word] of words.entries()) {
    for (const other of words.slice(index + 1)) {
      if (word.block === other.block || !overlap(word, other, TOLERANCE)) continue
      remark(texts, [word.block, other.block], `text ${name(word)} and ${name(other)} lie over each other`)
    }
    for (const obstacle of obstacles) {
      const { element, kind, hits } = obstacle
      if ((kind === 'box' && element.contains(word.element)) || !hits(word)) continue
      const drawing = element.closest('svg') ?? element
      remark(drawings, [word.block, drawing], `text ${name(word)} lies over ${obstacle.name}`)
    }
  }
  return [...texts.values(), ...drawings.values()]
}
