import { describe, px, quote } from './describe.ts'
import { isCompact, measureUnit } from './measure.ts'
import { excess, scrolls } from './rectangle.ts'
import type { Word } from './words.ts'

/** The least margin between text and the slide's edge: in slide units, and in pixels on a compact slide. */
const WIDE = 2
const COMPACT = 12

/** Finds text that almost touches the slide's edge. The clipping check finds text beyond it. */
export function checkEdges(slide: Element, words: readonly Word[]): string[] {
  const least = isCompact() ? COMPACT : WIDE * measureUnit(slide)
  const { left, top, right, bottom } = slide.getBoundingClientRect()
  const start = top - slide.scrollTop
  // The lower edge of a scrolling slide is where its content ends.
  const box = { left, top: start, right, bottom: scrolls(slide) ? start + slide.scrollHeight : bottom }
  const nearest = new Map<Element, { word: Word; room: number }>()
  for (const word of words) {
    const room = -Math.max(...Object.values(excess(word, box)))
    if (room < (nearest.get(word.block)?.room ?? least)) nearest.set(word.block, { word, room })
  }
  return [...nearest.values()]
    .filter(({ room }) => room >= 0)
    .map(({ word, room }) => {
      const name = `${quote(word.text)} is ${px(room)} from the slide's edge`
      return `text ${name}, under ${px(least)} (${describe(word.block)})`
    })
}
