import type { Place } from '../talk/place.ts'
import { afterPaint } from './after-paint.ts'

export interface ShowFirstOptions {
  readonly show: (place: Place) => void
  readonly tell: (place: Place) => void
}

/** Moves that are seen in the very next frame. Whoever is to hear of them (a library, the address) hears after it. */
export interface ShowFirst {
  /** The place that is shown and not told of yet. */
  readonly shown: () => Place | undefined
  readonly move: (place: Place) => void
  /** Tells at once what is still to be told. */
  readonly settle: () => void
}

export function createShowFirst({ show, tell }: ShowFirstOptions): ShowFirst {
  let shown: Place | undefined
  const settle = () => {
    if (shown === undefined) return
    const place = shown
    shown = undefined
    tell(place)
  }
  return {
    shown: () => shown,
    move(place) {
      settle()
      shown = place
      show(place)
      afterPaint(settle)
    },
    settle,
  }
}
