import type { Outline } from '../live/protocol/position.ts'
import type { Keys } from './keys.ts'
import { findNext, findPrevious, isRunning, type Place } from './place.ts'

type MoveKey =
  | 'Home'
  | 'End'
  | 'Shift+ '
  | ' '
  | 'PageUp'
  | 'PageDown'
  | `Arrow${'Right' | 'Left' | 'Up' | 'Down'}`

export interface Moves {
  readonly next: () => void
  readonly previous: () => void
  readonly keys: Keys<MoveKey>
}

/** Moves through the talk: `getPlace` returns the current place, `go` goes to another one. */
export function createMoves(outline: Outline, getPlace: () => Place, go: (place: Place) => void): Moves {
  const move = (place: Place | undefined) => {
    if (place !== undefined) go(place)
  }
  const moveTo = (slide: Outline[number] | undefined) => move(slide && { slide: slide.id, step: 0 })
  const next = () => move(findNext(getPlace(), outline))
  const previous = () => move(findPrevious(getPlace(), outline))
  const keys: Keys<MoveKey> = {
    ArrowRight: next,
    ArrowDown: next,
    PageDown: next,
    ' ': next,
    ArrowLeft: previous,
    ArrowUp: previous,
    PageUp: previous,
    'Shift+ ': previous,
    Home: () => moveTo(outline.find(isRunning)),
    End: () => moveTo(outline.findLast(isRunning)),
  }
  return { next, previous, keys }
}
