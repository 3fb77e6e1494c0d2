import type { Position } from '../protocol/position.ts'

/**
 * `accepted`; `outdated`: from one who had not seen the newest; `refused`: not from one who may, or not a write;
 * `failed`: the store could not be asked.
 */
export const OUTCOMES = ['accepted', 'outdated', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Is told what happens in the channel, to count and to log it; never an address or a secret. */
export interface LiveObserver {
  onJoin(): void
  /** All places were taken. */
  onTurnedAway(): void
  /** A reader was let go who had not read for too long. */
  onDrop(): void
  /** `position`: the room's, of a write by someone who may. */
  onWrite(outcome: Outcome, position?: Position): void
  /** Everyone here has been told of a move, which took so many milliseconds. */
  onTold(duration: number): void
}

export const NOBODY: LiveObserver = {
  onJoin() {},
  onTurnedAway() {},
  onDrop() {},
  onWrite() {},
  onTold() {},
}
