import type { Rectangle } from '../measured/measured-slide.ts'
import { grow } from '../measured/rectangle.ts'
import { describe, quote } from './describe.ts'
import { isCompact } from './measure.ts'
import { listDrawings } from './obstacles.ts'
import type { Word } from './words.ts'

const ORPHAN = 4
/** The largest share of a slide's height that may be empty in one piece. */
const EMPTY = 0.3

/** Whether the styles ask the browser for good line breaks, as they do for text on display. */
function isTypeset(block: Element): boolean {
  return getComputedStyle(block).getPropertyValue('text-wrap-style') !== 'auto'
}

/** Finds blocks whose last line is one short word. */
export function findOrphans(words: readonly Word[]): string[] {
  const blocks = new Set(words.map(({ block }) => block).filter(isTypeset))
  return [...blocks].flatMap((block) => {
    const inBlock = words.filter((word) => word.block === block)
    const [before, last] = inBlock.slice(-2)
    const alone =
      before !== undefined && last !== undefined && last.left < before.right && last.top > before.top
    const letters = last?.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (!alone || letters > ORPHAN) return []
    return [`${quote(last.text)} stands alone on the last line (${describe(block)})`]
  })
}

/** Finds an empty band across the slide that is too high. */
export function findEmptyBand(slide: Element, words: readonly Word[]): string[] {
  if (!isCompact()) return []
  const { top, bottom } = slide.getBoundingClientRect()
  const drawings = listDrawings(slide).map((one) => grow(one.getBoundingClientRect(), 1))
  const content: Rectangle[] = [...words, ...drawings]
  let reached = top
  let tallest = { height: 0, from: top }
  for (const box of [...content.toSorted((a, b) => a.top - b.top), { top: bottom, bottom }]) {
    const height = Math.min(box.top, bottom) - reached
    if (height > tallest.height) tallest = { height, from: reached }
    reached = Math.max(reached, box.bottom)
  }
  const percent = (part: number) => `${Math.round((100 * part) / (bottom - top))} %`
  if (tallest.height / (bottom - top) <= EMPTY) return []
  return [`${percent(tallest.height)} of the height is empty, from ${percent(tallest.from - top)} down`]
}

/**
 * Titles of framed slides that are not where most titles are: they would jump when slides change. A layout
 * that sets `--title-middle` puts its titles elsewhere on purpose.
 */
export function findStrayTitles(slides: readonly Element[]): { slide: string; what: string }[] {
  const places = slides.flatMap((slide) => {
    const title = slide.querySelector('.title')
    if (title === null || slide.querySelector('.foot') === null) return []
    if (getComputedStyle(title).getPropertyValue('--title-middle') !== '') return []
    const corner = slide.getBoundingClientRect()
    const { left, top } = title.getBoundingClientRect()
    return [{ slide: slide.id, at: `${Math.round(left - corner.left)}, ${Math.round(top - corner.top)}` }]
  })
  const count = (at: string) => places.filter((place) => place.at === at).length
  const usual = places.reduce((best, { at }) => (count(at) > count(best) ? at : best), places[0]?.at ?? '')
  return places
    .filter(({ at }) => at !== usual)
    .map(({ slide, at }) => ({ slide, what: `the title stands at ${at}, not at ${usual} as others do` }))
}
