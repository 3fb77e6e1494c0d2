import { describe, quote } from './describe.ts'
import type { Obstacle } from './obstacles.ts'
import { Pairs } from './pairs.ts'
import { overlap } from './rectangle.ts'
import type { Word } from './words.ts'

/** Finds text that covers the text of another block or anything drawn; one fault for each pair. */
export function checkCollisions(words: readonly Word[], obstacles: readonly Obstacle[]): string[] {
  return [...collideTexts(words), ...collideDrawings(words, obstacles)]
}

function collideTexts(words: readonly Word[]): string[] {
  const faults = new Pairs()
  words.forEach((word, index) => {
    for (const other of words.slice(index + 1)) {
      if (word.block === other.block || !overlap(word, other)) continue
      faults.add(
        [word.block, other.block],
        `text ${quote(word.text)} (${describe(word.block)}) and ${quote(other.text)} (${describe(other.block)}) lie over each other`,
      )
    }
  })
  return faults.list
}

function collideDrawings(words: readonly Word[], obstacles: readonly Obstacle[]): string[] {
  const faults = new Pairs()
  for (const word of words) {
    for (const { name, element, kind, hits } of obstacles) {
      const stands = kind === 'box' && element.contains(word.element)
      if (stands || !hits(word)) continue
      const drawing = element.closest('svg') ?? element
      faults.add(
        [word.block, drawing],
        `text ${quote(word.text)} (${describe(word.block)}) lies over ${name}`,
      )
    }
  }
  return faults.list
}
