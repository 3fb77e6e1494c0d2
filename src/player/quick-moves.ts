import type { Place } from '../talk/place.ts'

export interface QuickMovesOptions {
  readonly show: (place: Place) => void
  readonly tell: (place: Place) => void
}

/** Shows moves in the very next frame, and updates reveal.js and the address after it, as both are slow. */
export interface QuickMoves {
  readonly move: (place: Place) => void
  /** The place that is shown, but not yet passed to `tell`. */
  readonly pending: () => Place | undefined
  /** Passes a pending place to `tell` at once. */
  readonly settle: () => void
}

/** The longest wait for a paint, in milliseconds: a covered window never paints. */
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
