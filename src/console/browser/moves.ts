import type { Outline, Position } from '../../live/protocol/position.ts'

/** A slide and how many of its steps have been taken. */
export type Place = Pick<Position, 'slide' | 'step'>

/** Where the next step leads; undefined at the talk's end. */
export function findNext(place: Place, outline: Outline): Place | undefined {
  const at = outline.findIndex(({ id }) => id === place.slide)
  if (place.step < (outline[at]?.steps ?? 0)) return { slide: place.slide, step: place.step + 1 }
  const slide = outline[at + 1]
  return slide && { slide: slide.id, step: 0 }
}

/** Where one step back leads: onto the slide before with all its steps taken. Undefined at the talk's beginning. */
export function findPrevious(place: Place, outline: Outline): Place | undefined {
  if (place.step > 0) return { slide: place.slide, step: place.step - 1 }
  const slide = outline[outline.findIndex(({ id }) => id === place.slide) - 1]
  return slide && { slide: slide.id, step: slide.steps }
}
