/** The talk's timer. Its times are those of the window's steady clock (`createSteadyClock`). */
export type Timer =
  | { readonly state: 'idle' }
  /** `since`: the start time, moved later by all pauses, in milliseconds. */
  | { readonly state: 'running'; readonly since: number }
  /** `elapsed`: the time counted so far, in milliseconds. */
  | { readonly state: 'paused'; readonly elapsed: number }

export const IDLE: Timer = { state: 'idle' }

/** The talk's milliseconds so far. */
export function measureElapsed(timer: Timer, now: number): number {
  switch (timer.state) {
    case 'idle':
      return 0
    case 'running':
      return now - timer.since
    case 'paused':
      return timer.elapsed
  }
}

/** Pauses a running timer; starts or continues any other. */
export function toggleTimer(timer: Timer, now: number): Timer {
  const elapsed = measureElapsed(timer, now)
  return timer.state === 'running' ? { state: 'paused', elapsed } : { state: 'running', since: now - elapsed }
}
