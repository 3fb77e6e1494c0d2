export interface SteadyClockOptions {
  /** The system's clock, which anyone may set: milliseconds since 1970. */
  readonly wall: () => number
  /** A clock that only runs forward, and in some systems stands still while they sleep: milliseconds. */
  readonly forward: () => number
  /** Whether the page has been hidden since the last call. */
  readonly wasHidden: () => boolean
  /** Called when someone has set the system's clock. */
  readonly onSet: () => void
}

/** A page that works reads the clock more often, in milliseconds. */
const PAUSE = 500
/** Smaller differences between the clocks mean nothing, in milliseconds. */
const SET = 1000

/**
 * A clock that starts with the system's and is read several times a second. As long as the page works, only what
 * runs forward counts, so that setting the system's clock changes no timer. After a pause (the system slept, the
 * page was hidden or frozen) it follows the system's clock if that has run further.
 */
export function createSteadyClock({ wall, forward, wasHidden, onSet }: SteadyClockOptions): () => number {
  let last = { wall: wall(), forward: forward() }
  let now = last.wall
  return () => {
    const next = { wall: wall(), forward: forward() }
    const ran = next.forward - last.forward
    const passed = next.wall - last.wall
    const isPause = wasHidden() || ran > PAUSE
    last = next
    now += isPause ? Math.max(ran, passed) : ran
    if (Math.abs(passed - ran) > SET) onSet()
    return now
  }
}
