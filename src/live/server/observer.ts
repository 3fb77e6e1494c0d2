import type { Position } from '../protocol/position.ts'

/**
 * The outcome of a write. `outdated`: the driver had not seen the newest position; `refused`: the sender may
 * not write, or sent no valid write; `failed`: the store could not be reached.
 */
export const OUTCOMES = ['accepted', 'outdated', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Receives the channel's events, to count and log them. No event holds an address or a secret. */
export interface LiveObserver {
  onJoin(): void
  /** A follower was refused because all places are taken. */
  onTurnedAway(): void
  /** The hub dropped a reader for which a message had waited too long. */
  onDrop(): void
  /** `position`: the room's; only given when the sender may write. */
  onWrite(outcome: Outcome, position?: Position): void
  /** A move has been sent to all of this hub's followers; `duration` in milliseconds. */
  onFanOut(duration: number): void
}
