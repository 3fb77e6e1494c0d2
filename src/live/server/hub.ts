import {
  firstPosition,
  isFault,
  isNewer,
  type Outline,
  type Position,
  parsePosition,
  type Write,
} from '../protocol/position.ts'
import { type LiveObserver, NOBODY } from './observer.ts'
import { type Follower, type Reader, Room } from './room.ts'
import type { PositionStore, WriteResult } from './store.ts'

export interface HubOptions {
  readonly outline: Outline
  /** The rooms' names. */
  readonly rooms: Iterable<string>
  readonly store: PositionStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How long a reader may not read, in milliseconds. */
  readonly patience: number
  /** How many beats it takes until everyone has been told the position again. */
  readonly round: number
  /** Is told what nobody waits for: a store that says what is no position. */
  readonly report: (error: Error) => void
  readonly observer?: Pick<LiveObserver, 'onDrop' | 'onTold'>
  /** Calls back after the event loop has looked at everything else; `setImmediate` unless a test says otherwise. */
  readonly defer?: (callback: () => void) => void
}

/**
 * How far a write may run ahead of the room. A hub that lost its memory must take up a driver's numbers; one
 * absurd number must not use up all the numbers there are. Nobody writes a million times in one talk.
 */
const MAX_LEAD = 1_000_000

/** Rooms, what they show and who follows: no sockets. All but `has` throw for a room that does not exist. */
export class Hub {
  readonly #options: HubOptions
  readonly #rooms: ReadonlyMap<string, Room>
  readonly #unwatch: readonly (() => void)[]

  /** Throws when the outline has no slide. */
  constructor(options: HubOptions) {
    const { outline, rooms, store, now, patience, round, observer = NOBODY, defer = setImmediate } = options
    const position = firstPosition(outline)
    const roomOptions = { position, now, patience, round, observer, defer }
    this.#options = options
    this.#rooms = new Map([...rooms].map((name) => [name, new Room(roomOptions)]))
    this.#unwatch = [...this.#rooms].map(([name, room]) =>
      store.watch(name, (next) => this.#move(name, room, next)),
    )
  }

  has(room: string): boolean {
    return this.#rooms.has(room)
  }

  read(room: string): Position {
    return this.#room(room).position
  }

  /** How many follow a room here; there may be hubs beside this one. */
  followers(room: string): number {
    return this.#room(room).followers
  }

  /** The reader gets the room's position at once, then every newer one. */
  join(room: string, reader: Reader): Follower {
    return this.#room(room).join(reader)
  }

  /** Takes a write that saw the room's position; answers any other with that position. Rejects when the store does. */
  async write(room: string, write: Write): Promise<WriteResult> {
    const { position } = this.#room(room)
    if (Math.max(write.seen, write.seq) > position.seq + MAX_LEAD) return { accepted: false, position }
    // Later than what was shown, so that a store that has forgotten, and counts anew, is believed.
    const sentAt = Math.max(this.#options.now(), position.sentAt + 1)
    return this.#options.store.write(room, { ...write, sentAt })
  }

  /** To be called regularly: tells a part of the readers again, and drops who does not read. */
  beat(): void {
    for (const room of this.#rooms.values()) room.beat()
  }

  /** Tells everyone that it is over, or, when it goes on elsewhere, lets them go. */
  end({ elsewhere = false } = {}): void {
    for (const stop of this.#unwatch) stop()
    for (const room of this.#rooms.values()) room.end({ elsewhere })
  }

  #room(name: string): Room {
    const room = this.#rooms.get(name)
    if (room === undefined) throw new Error(`there is no room "${name}"`)
    return room
  }

  /** A store may be shared with hubs that know another edition of the talk. */
  #move(name: string, room: Room, next: Position): void {
    const position = parsePosition(next, this.#options.outline)
    if (isFault(position))
      this.#options.report(new Error(`the store’s position of ${name}: ${position.fault}`))
    else if (isNewer(position, room.position)) room.move(position)
  }
}
