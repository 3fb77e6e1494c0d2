import type { Rectangle } from '../measured/measured-slide.ts'
import { describe, px, quote } from './describe.ts'
import { excess, paddingBox, type Side, TOLERANCE } from './rectangle.ts'
import type { Word } from './words.ts'

const SIDES: readonly Side[] = ['left', 'top', 'right', 'bottom']

/**
 * Finds text that leaves its frame (a slide, a dialog) or that an element inside cuts off. Text that a
 * visitor can scroll into view is not cut off. One fault for each block and side, with the distance of its
 * farthest word.
 */
export function checkClipping(frame: Element, words: readonly Word[]): string[] {
  const worst = new Map<string, { word: Word; by: number; clip: Element; side: Side }>()
  const names = new Map<Element, number>()
  for (const word of words) {
    for (const cut of findCuts(word, frame)) {
      if (!names.has(word.block)) names.set(word.block, names.size)
      const key = `${names.get(word.block)} ${cut.side}`
      if (cut.by > (worst.get(key)?.by ?? TOLERANCE)) worst.set(key, { word, ...cut })
    }
  }
  return [...worst.values()].map(({ word, by, clip, side }) => {
    const whole = frame.matches('.slide') ? 'the slide' : describe(frame)
    const [fate, within] =
      clip === frame ? [`sticks out of ${whole}`, ''] : ['is cut off', ` in ${describe(clip)}`]
    const text = quote(word.block.textContent ?? '')
    return `text ${text} ${fate} at the ${side} by ${px(by)}, with ${quote(word.text)} (${describe(word.block)}${within})`
  })
}

function findCuts(word: Word, frame: Element): { clip: Element; side: Side; by: number }[] {
  let seen: Rectangle = word
  const cuts: { clip: Element; side: Side; by: number }[] = []
  for (const clip of listClips(word.element, frame)) {
    const { overflowX: x, overflowY: y } = getComputedStyle(clip)
    const box = paddingBox(clip)
    const rules = { left: x, right: x, top: y, bottom: y }
    const scrolls = (rule: string) => ['auto', 'scroll'].includes(rule)
    // A scroll box can reach everything to its right and bottom, but to the left and top only as far as it is
    // scrolled.
    const scrolled = { left: clip.scrollLeft, top: clip.scrollTop, right: Infinity, bottom: Infinity }
    const over = excess(seen, box)
    for (const side of SIDES) {
      const by = over[side] - (scrolls(rules[side]) ? scrolled[side] : 0)
      if (by > TOLERANCE && (clip === frame || rules[side] !== 'visible')) cuts.push({ clip, side, by })
    }
    // Scrolling brings the text inside the box, so the next box sees it there.
    const [across, down] = [scrolls(x) ? box : seen, scrolls(y) ? box : seen]
    seen = { left: across.left, right: across.right, top: down.top, bottom: down.bottom }
  }
  return cuts
}

/** The boxes that may clip an element's text, from the inside out to the frame, which always does. */
function listClips(element: Element, frame: Element): Element[] {
  const clips: Element[] = []
  let escapes = false
  for (let at: Element | null = element; at !== null && at !== frame; at = at.parentElement) {
    const style = getComputedStyle(at)
    // The containing block clips an absolutely positioned box; static ancestors in between do not.
    if (escapes && style.position === 'static' && style.transform === 'none') continue
    const clipping = style.overflowX !== 'visible' || style.overflowY !== 'visible'
    if (clipping && style.display !== 'inline') clips.push(at)
    escapes = style.position === 'absolute'
  }
  return [...clips, frame]
}
