import {
  firstPosition,
  isFault,
  isNewer,
  type Outline,
  type Position,
  parsePosition,
  type Write,
} from '../protocol/position.ts'
import { type LiveObserver, NO_OBSERVER } from './observer.ts'
import { type Follower, type Reader, Room } from './room.ts'
import type { PositionStore, WriteResult } from './store.ts'

export interface HubOptions {
  readonly outline: Outline
  /** The rooms' names. */
  readonly rooms: Iterable<string>
  readonly store: PositionStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How long a message may wait for a reader that is full before the hub drops it, in milliseconds. */
  readonly patience: number
  /** The number of beats in which the hub sends the position to every reader again. */
  readonly round: number
  /** Gets errors that no caller waits for: the store delivered something that is no position. */
  readonly report: (error: Error) => void
  readonly observer?: Pick<LiveObserver, 'onDrop' | 'onFanOut'>
  /** Runs the callback once the event loop has handled all other events; `setImmediate` by default. */
  readonly defer?: (callback: () => void) => void
}

/**
 * How far a write's seq may be ahead of the room's. A hub that lost its memory must accept a driver's higher
 * numbers, but one absurd number must not use up all of them. Nobody writes a million times in one talk.
 */
const MAX_LEAD = 1_000_000

/** The rooms, their positions and followers, without sockets. All throw for an unknown room. */
export class Hub {
  readonly #options: HubOptions
  readonly #rooms: ReadonlyMap<string, Room>
  readonly #unwatch: readonly (() => void)[]

  /** Throws when the outline has no slide. */
  constructor(options: HubOptions) {
    const { outline, rooms, store, observer = NO_OBSERVER, defer = setImmediate } = options
    const roomOptions = { ...options, position: firstPosition(outline), observer, defer }
    this.#options = options
    this.#rooms = new Map([...rooms].map((name) => [name, new Room(roomOptions)]))
    this.#unwatch = [...this.#rooms].map(([name, room]) =>
      store.watch(name, (next) => this.#move(name, room, next)),
    )
  }

  read(room: string): Position {
    return this.#room(room).position
  }

  /** The number of this hub's followers of a room; other hubs may serve more. */
  followers(room: string): number {
    return this.#room(room).followers
  }

  /** The reader gets the room's position at once, then every newer one. */
  join(room: string, reader: Reader): Follower {
    return this.#room(room).join(reader)
  }

  /**
   * Accepts a write whose driver knew the room's position; answers any other write with that position.
   * Rejects when the store rejects.
   */
  async write(room: string, write: Write): Promise<WriteResult> {
    const { now, store } = this.#options
    const { position } = this.#room(room)
    if (Math.max(write.seen, write.seq) > position.seq + MAX_LEAD) return { accepted: false, position }
    return store.write(room, { ...write, sentAt: now() })
  }

  /** Call it regularly: sends the position again to some of the readers; drops those that stay full. */
  beat(): void {
    for (const room of this.#rooms.values()) room.beat()
  }

  /** Tells every reader that the talk has ended; `elsewhere`: drops them, so that they join another hub. */
  end({ elsewhere = false } = {}): void {
    for (const stop of this.#unwatch) stop()
    for (const room of this.#rooms.values()) room.end({ elsewhere })
  }

  #room(name: string): Room {
    const room = this.#rooms.get(name)
    if (room === undefined) throw new Error(`there is no room "${name}"`)
    return room
  }

  /** Checks the position: other hubs may write to the same store and have another edition of the talk. */
  #move(name: string, room: Room, next: Position): void {
    const position = parsePosition(next, this.#options.outline)
    if (isFault(position))
      this.#options.report(new Error(`the store’s position of ${name}: ${position.fault}`))
    else if (isNewer(position, room.position)) room.move(position)
  }
}
