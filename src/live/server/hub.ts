import {
  firstPosition,
  isFault,
  isNewer,
  type Outline,
  type Position,
  parsePosition,
  type Write,
} from '../protocol/position.ts'
import { Room, type RoomOptions } from './room.ts'
import type { PositionStore, WriteResult } from './store.ts'

export interface HubOptions extends Omit<RoomOptions, 'position'> {
  readonly outline: Outline
  /** The room's name in the store. */
  readonly room: string
  readonly store: PositionStore
  /** Gets errors that no caller waits for: the store delivered something that is no position. */
  readonly report: (error: Error) => void
}

/**
 * How far a write's seq may be ahead of the room's. A hub that lost its memory must accept a driver's higher
 * numbers, but one absurd number must not use up all of them. Nobody writes a million times in one talk.
 */
const MAX_LEAD = 1_000_000

/** A room whose position is in a store, without sockets. */
export class Hub extends Room {
  readonly #options: HubOptions
  readonly #unwatch: () => void

  /** Throws when the outline has no slide. */
  constructor(options: HubOptions) {
    super({ ...options, position: firstPosition(options.outline) })
    this.#options = options
    this.#unwatch = options.store.watch(options.room, (next) => this.#follow(next))
  }

  /**
   * Accepts a write whose driver knew the room's position; answers any other write with that position.
   * Rejects when the store rejects.
   */
  async write(write: Write): Promise<WriteResult> {
    const { now, store, room } = this.#options
    const { position } = this
    if (Math.max(write.seen, write.seq) > position.seq + MAX_LEAD) return { accepted: false, position }
    return store.write(room, { ...write, sentAt: now() })
  }

  override end(how?: { readonly elsewhere?: boolean }): void {
    this.#unwatch()
    super.end(how)
  }

  /** Checks the position: other hubs may write to the same store and have another edition of the talk. */
  #follow(next: Position): void {
    const { outline, room, report } = this.#options
    const position = parsePosition(next, outline)
    if (isFault(position)) report(new Error(`the store’s position of ${room}: ${position.fault}`))
    else if (isNewer(position, this.position)) this.move(position)
  }
}
