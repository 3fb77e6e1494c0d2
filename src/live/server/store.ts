import type { Position, Write } from '../protocol/position.ts'

/** What a write to the store comes to: the position it made, or the newer one it had not seen. */
export interface WriteResult {
  readonly accepted: boolean
  readonly position: Position
}

/** A write with the time it is made at, in milliseconds since 1970. */
export interface StoreWrite extends Write {
  readonly sentAt: number
}

/**
 * Keeps each room's one position, for one process or for many. `store-contract.ts` tests what is said here.
 * Rooms, slides and steps are checked before they come here.
 */
export interface PositionStore {
  /**
   * Takes the write when the room's seq is not above `seen`, else answers with the room's position and changes
   * nothing. An accepted write's seq is the one it names, or the next above the room's last one where that is higher;
   * its `sentAt` is later than the last one's. Rejects when the store cannot be asked; whether the write was taken is then not known.
   */
  write(room: string, write: StoreWrite): Promise<WriteResult>
  /**
   * Tells the listener the room's position, if it has one, then every position it gets, whoever writes it, in
   * order; a store may leave out all but the newest. Returns what ends it.
   */
  watch(room: string, listener: (position: Position) => void): () => void
  /** Why the store cannot be asked just now, in one line; undefined when it can. */
  fault(): string | undefined
  /** Lets go of what the store holds open; it is not used afterwards, and may be closed again. */
  close(): Promise<void>
}
