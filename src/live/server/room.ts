import type { LiveMessage, Position } from '../protocol/position.ts'
import type { LiveObserver } from './observer.ts'

/** Where a room sends its messages: a socket, or an array in a test. */
export interface Reader {
  /** Sends one message. `full`: it still waits, and the room sends no more before `Follower.ready`. */
  send(chunk: Buffer): 'sent' | 'full'
  /** Sends the last message, then ends. */
  end(chunk: Buffer): void
  /** Ends at once. */
  drop(): void
}

export interface RoomOptions {
  readonly position: Position
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs the callback once the event loop has handled all other events; `setImmediate` by default. */
  readonly defer?: (callback: () => void) => void
  /** How long a message may wait for a reader that is full before the room drops it, in milliseconds. */
  readonly patience: number
  /** The number of beats in which the room sends the position to every reader again. */
  readonly round: number
  readonly observer?: Partial<LiveObserver> | undefined
}

/** The most readers served in one turn of the event loop; other requests are answered between turns. */
const TURN = 250

/** The message as a server-sent event; encoded once for all readers. */
export function encode(message: LiveMessage): Buffer {
  return Buffer.from(`data: ${JSON.stringify(message)}\n\n`)
}

/** One position and its readers. Queues nothing: a slow reader later gets only the newest position. */
export class Room {
  readonly #options: RoomOptions
  readonly #followers = new Set<Follower>()
  #position: Position
  #chunk: Buffer
  #telling = false
  #joined = 0
  #beats = 0

  constructor(options: RoomOptions) {
    this.#options = options
    this.#position = options.position
    this.#chunk = encode(options.position)
  }

  /** Where the talk is. */
  get position(): Position {
    return this.#position
  }

  /** The number of followers here; other hubs may serve more. */
  get followers(): number {
    return this.#followers.size
  }

  /** Sends the reader the position now, and every newer one from now on. */
  join(reader: Reader): Follower {
    const follower = new Follower(this, reader, this.#joined++ % this.#options.round)
    this.#followers.add(follower)
    this.tell(follower)
    return follower
  }

  leave(follower: Follower): void {
    this.#followers.delete(follower)
  }

  move(position: Position): void {
    this.#position = position
    this.#chunk = encode(position)
    if (this.#telling) return
    this.#telling = true
    this.#tellEveryone()
  }

  /** Call it regularly: sends the position again to the next of `round` parts of the readers, drops stuck ones. */
  beat(): void {
    const beat = this.#beats++ % this.#options.round
    const since = this.#options.now() - this.#options.patience
    for (const follower of this.#followers) {
      if (follower.fullSince === undefined) {
        if (follower.beat === beat) this.tell(follower)
      } else if (follower.fullSince <= since) {
        this.#followers.delete(follower)
        follower.reader.drop()
        this.#options.observer?.onDrop?.()
      }
    }
  }

  /** Tells every reader that the talk has ended; `elsewhere`: drops them, so that they join another hub. */
  end({ elsewhere = false } = {}): void {
    const chunk = encode({ ended: true })
    for (const { reader } of this.#followers) {
      if (elsewhere) reader.drop()
      else reader.end(chunk)
    }
    this.#followers.clear()
  }

  /** Sends the position to a reader that has no waiting message. */
  tell(follower: Follower): void {
    follower.lastSent = this.#chunk
    if (follower.reader.send(this.#chunk) === 'full') follower.fullSince = this.#options.now()
  }

  tellNewest(follower: Follower): void {
    if (follower.lastSent !== this.#chunk && follower.fullSince === undefined) this.tell(follower)
  }

  #tellEveryone(): void {
    const startedAt = performance.now()
    this.#tellAll({ followers: this.#followers.values(), first: this.#chunk, startedAt })
  }

  /** One pass over all readers. A newer position goes to the rest of this pass, then to the others. */
  #tellAll(pass: Pass): void {
    const { defer = setImmediate, observer } = this.#options
    const { followers, first, startedAt } = pass
    for (let sent = 0; sent < TURN; sent++) {
      const { value: follower } = followers.next()
      if (follower !== undefined) {
        this.tellNewest(follower)
        continue
      }
      observer?.onFanOut?.(performance.now() - startedAt)
      this.#telling = first !== this.#chunk
      if (this.#telling) defer(() => this.#tellEveryone())
      return
    }
    defer(() => this.#tellAll(pass))
  }
}

interface Pass {
  readonly followers: Iterator<Follower>
  /** The message that the pass began with. */
  readonly first: Buffer
  /** By `performance.now`. */
  readonly startedAt: number
}

/** A reader's place in a room. It is small, as there are thousands of them. */
export class Follower {
  readonly reader: Reader
  /** The beat of each round on which this reader gets the position again. */
  readonly beat: number
  /** The last message sent. */
  lastSent: Buffer | undefined = undefined
  /** Since when a message has been waiting, in milliseconds since 1970; undefined when none waits. */
  fullSince: number | undefined = undefined
  readonly #room: Room

  constructor(room: Room, reader: Reader, beat: number) {
    this.#room = room
    this.reader = reader
    this.beat = beat
  }

  /** The waiting message has gone out: sends the newest position if the reader does not have it yet. */
  ready(): void {
    this.fullSince = undefined
    this.#room.tellNewest(this)
  }

  leave(): void {
    this.#room.leave(this)
  }
}
