import type { Position, Write } from '../protocol/position.ts'

/** The result of a write: its new position, or, if not accepted, the room's newer one. */
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
   * Accepts the write unless the room's seq is above `seen`; otherwise changes nothing and answers with the
   * room's position. The new position's seq is the write's, or the room's last seq plus 1 if that is higher;
   * its `sentAt` is later than the last one's. Rejects when the store cannot be reached: the write may have
   * been accepted or not.
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
