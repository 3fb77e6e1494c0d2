import type { Place } from '../talk/place.ts'

/** The longest wait for a paint, in milliseconds: a covered window never paints. */
const PATIENCE = 100

interface QuickMovesOptions {
  readonly show: (place: Place) => void
  readonly tell: (place: Place) => void
}

/** Shows moves in the very next frame, and updates reveal.js and the address after it, as both are slow. */
export function createQuickMoves({ show, tell }: QuickMovesOptions) {
  /** The place that is shown, but not yet passed to `tell`. */
  let pending: Place | undefined
  /** Passes a pending place to `tell` at once. */
  const settle = () => {
    if (pending === undefined) return
    const place = pending
    pending = undefined
    tell(place)
  }
  return {
    pending: () => pending,
    move(place: Place) {
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
