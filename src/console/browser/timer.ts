/** The talk's timer, kept as instants of the wall clock, so that it goes on while no page is open. */
export type Timer =
  | { readonly state: 'idle' }
  /** `since`: when it would have been started had it never been paused, in milliseconds since 1970. */
  | { readonly state: 'running'; readonly since: number }
  /** `elapsed`: milliseconds. */
  | { readonly state: 'paused'; readonly elapsed: number }

export const IDLE: Timer = { state: 'idle' }

/** Milliseconds the talk has taken so far; a clock that was set back counts as no time. */
export function measureElapsed(timer: Timer, now: number): number {
  switch (timer.state) {
    case 'idle':
      return 0
    case 'running':
      return Math.max(0, now - timer.since)
    case 'paused':
      return timer.elapsed
  }
}

/** Pauses a running timer, and starts any other. */
export function toggleTimer(timer: Timer, now: number): Timer {
  const elapsed = measureElapsed(timer, now)
  return timer.state === 'running' ? { state: 'paused', elapsed } : { state: 'running', since: now - elapsed }
}
