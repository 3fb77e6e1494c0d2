import type { Position, Write } from '../protocol/position.ts'

/** The result of a write: its new position, or, if not accepted, the room's. */
export interface WriteResult {
  readonly accepted: boolean
  readonly position: Position
}

/** A write with its time, in milliseconds since 1970. */
export interface StoreWrite extends Write {
  readonly sentAt: number
}

/**
 * Keeps one position for each room, for one process or for many. `store-contract.ts` tests what is said here.
 * Callers check rooms, slides and steps first.
 */
export interface PositionStore {
  /**
   * Accepts the write if `applyWrite` does; otherwise changes nothing. Rejects when the store cannot be
   * reached: the write may have been accepted or not.
   */
  write(room: string, write: StoreWrite): Promise<WriteResult>
  /**
   * Calls the listener with the room's position, if it has one, then with every new position in order,
   * whoever writes it. A store may skip positions that a newer one has replaced. Returns a function that ends
   * the watch.
   */
  watch(room: string, listener: (position: Position) => void): () => void
  /** Why the store cannot be reached now, in one line; undefined when it can. */
  fault(): string | undefined
  /** Closes what the store holds open. Do not use the store afterwards; a second `close` does nothing. */
  close(): Promise<void>
}

/**
 * Decides about a write. It is not accepted when it has missed the room's run or its last seq, or when it goes
 * on in a run that an empty room has lost: the answer is then a position with seq 0. A write that names no run
 * fits any.
 */
export function applyWrite(current: Position | undefined, write: StoreWrite): WriteResult {
  const { run = current?.run ?? write.sentAt, seen, seq, ...rest } = write
  if (current === undefined) {
    const isLost = write.run !== undefined && seen > 0
    if (isLost) return { accepted: false, position: { ...rest, run: 0, seq: 0, sentAt: 0 } }
    return { accepted: true, position: { run, seq, ...rest } }
  }
  if (run !== current.run || seen < current.seq) return { accepted: false, position: current }
  return { accepted: true, position: { run, seq: Math.max(seq, current.seq + 1), ...rest } }
}
