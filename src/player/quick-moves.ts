import type { Place } from '../talk/place.ts'

export interface QuickMovesOptions {
  readonly show: (place: Place) => void
  readonly tell: (place: Place) => void
}

/** Moves that the very next frame shows. reveal.js and the address are told after that frame, as both take their time. */
export interface QuickMoves {
  readonly move: (place: Place) => void
  /** The place that is shown and that nobody was told of yet. */
  readonly pending: () => Place | undefined
  /** Tells at once what is still to be told. */
  readonly settle: () => void
}

/** How long a paint is waited for, in milliseconds: a window that is covered paints nothing at all. */
const PATIENCE = 100

export function createQuickMoves({ show, tell }: QuickMovesOptions): QuickMoves {
  let pending: Place | undefined
  const settle = () => {
    if (pending === undefined) return
    const place = pending
    pending = undefined
    tell(place)
  }
  return {
    pending: () => pending,
    move(place) {
      settle()
      pending = place
      show(place)
      const settleThis = () => {
        if (pending === place) settle()
      }
      requestAnimationFrame(() => setTimeout(settleThis))
      setTimeout(settleThis, PATIENCE)
    },
    settle,
  }
}
