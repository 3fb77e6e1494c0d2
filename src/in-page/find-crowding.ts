import { grow, overlap } from '../measured/rectangle.ts'
import { describe, quote } from './describe.ts'
import type { Obstacle } from './obstacles.ts'
import { footOrSelf, type Pairs, remark } from './pairs.ts'
import { TOLERANCE } from './rectangle.ts'
import type { Word } from './words.ts'

/** The largest clear space that a text needs around it, in pixels. */
const ROOM = 12

/** Finds text that almost touches a drawing or the foot: its clear space is less than a third of its size. */
export function findCrowding(words: readonly Word[], obstacles: readonly Obstacle[]): string[] {
  const drawings = obstacles.filter(({ kind }) => kind === 'drawing')
  const foot = words.filter(({ block }) => footOrSelf(block).matches('.foot'))
  const crowds: Pairs = new Map()
  const touching: Pairs = new Map()
  for (const word of words) {
    const size = Number.parseFloat(getComputedStyle(word.element).fontSize)
    const around = grow(word, Math.min(size / 3, ROOM))
    const text = `text ${quote(word.text)} (${describe(word.block)}) is very near to`
    for (const { name, element, hits } of drawings) {
      const pairs = hits(word) ? touching : crowds
      if (hits(around)) remark(pairs, [word.block, element.closest('svg') ?? element], `${text} ${name}`)
    }
    for (const other of foot) {
      if (foot.includes(word) || !overlap(around, other, TOLERANCE)) continue
      const pairs = overlap(word, other, TOLERANCE) ? touching : crowds
      remark(pairs, [word.block, other.block], `${text} the foot`)
    }
  }
  return [...crowds].flatMap(([pair, what]) => (touching.has(pair) ? [] : [what]))
}
