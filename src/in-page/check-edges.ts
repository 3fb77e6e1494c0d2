import { describe, px, quote } from './describe.ts'
import { measure } from './measure.ts'
import { excess, scrolls } from './rectangle.ts'
import type { Word } from './words.ts'

/** The least margin between text and the slide's edge: in units, and in pixels where the slide is compact. */
const WIDE = 2
const COMPACT = 12

/** Text that all but touches the slide's edge; what sticks out of it is the clipping check's. */
export function checkEdges(slide: Element, words: readonly Word[]): string[] {
  const { compact, unit } = measure(slide)
  const least = compact ? COMPACT : WIDE * unit
  const { left, top, right, bottom } = slide.getBoundingClientRect()
  const start = top - slide.scrollTop
  // A slide that scrolls ends where its content does.
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
