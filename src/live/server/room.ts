import type { LiveMessage, Position } from '../protocol/position.ts'
import type { LiveObserver } from './observer.ts'

/** One who reads a room: a socket, or a test's array. */
export interface Reader {
  /** Takes one message. `full`: it has not gone out yet; nothing more comes before the follower's `ready()`. */
  send(chunk: Buffer): 'sent' | 'full'
  /** Takes the last message and ends. */
  end(chunk: Buffer): void
  /** Ends at once. */
  drop(): void
}

/** A reader's place in a room. */
export interface Follower {
  /** The reader is done with what it was sent: it gets the newest position, if that is another one. */
  ready(): void
  leave(): void
}

export interface RoomOptions {
  readonly position: Position
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls back after the event loop has looked at everything else. */
  readonly defer: (callback: () => void) => void
  /** How long a reader may not read, in milliseconds. */
  readonly patience: number
  /** How many beats it takes until everyone has been told the position again. */
  readonly round: number
  readonly observer: Pick<LiveObserver, 'onDrop' | 'onTold'>
}

/** So many are told in one turn of the event loop; between turns others get their answers. */
const TURN = 250

/** Encoded once for all readers: a server-sent event. */
export function encode(message: LiveMessage): Buffer {
  return Buffer.from(`data: ${JSON.stringify(message)}\n\n`)
}

/** One position and its readers. Nothing is queued: who could not take a message is sent the newest when it can. */
export class Room {
  readonly #options: RoomOptions
  readonly #seats = new Set<Seat>()
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

  get position(): Position {
    return this.#position
  }

  get followers(): number {
    return this.#seats.size
  }

  /** Tells the reader where the talk is, and from now on where it goes. */
  join(reader: Reader): Follower {
    const seat = new Seat({ room: this, reader, beat: this.#joined++ % this.#options.round })
    this.#seats.add(seat)
    this.tell(seat)
    return seat
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat)
  }

  move(position: Position): void {
    this.#position = position
    this.#chunk = encode(position)
    if (this.#telling) return
    this.#telling = true
    this.#tellEveryone()
  }

  /** Tells the next of `round` parts of the readers where the talk is; drops who has not read for too long. */
  beat(): void {
    const beat = this.#beats++ % this.#options.round
    const since = this.#options.now() - this.#options.patience
    for (const seat of this.#seats) {
      if (seat.fullSince === undefined) {
        if (seat.beat === beat) this.tell(seat)
      } else if (seat.fullSince <= since) {
        this.#seats.delete(seat)
        seat.reader.drop()
        this.#options.observer.onDrop()
      }
    }
  }

  end({ elsewhere = false } = {}): void {
    const chunk = encode({ ended: true })
    for (const { reader } of this.#seats) {
      if (elsewhere) reader.drop()
      else reader.end(chunk)
    }
    this.#seats.clear()
  }

  /** Tells one who is ready. */
  tell(seat: Seat): void {
    seat.told = this.#chunk
    if (seat.reader.send(this.#chunk) === 'full') seat.fullSince = this.#options.now()
  }

  tellNewest(seat: Seat): void {
    if (seat.told !== this.#chunk && seat.fullSince === undefined) this.tell(seat)
  }

  #tellEveryone(): void {
    const startedAt = performance.now()
    this.#tellAll({ seats: this.#seats.values(), first: this.#chunk, startedAt })
  }

  /** One pass over everyone. A position that comes meanwhile goes to the rest of the pass, then to the others. */
  #tellAll(pass: Pass): void {
    const { defer, observer } = this.#options
    const { seats, first, startedAt } = pass
    for (let told = 0; told < TURN; told++) {
      const { value: seat } = seats.next()
      if (seat !== undefined) {
        this.tellNewest(seat)
        continue
      }
      observer.onTold(performance.now() - startedAt)
      this.#telling = first !== this.#chunk
      if (this.#telling) defer(() => this.#tellEveryone())
      return
    }
    defer(() => this.#tellAll(pass))
  }
}

interface Pass {
  readonly seats: Iterator<Seat>
  /** What its first reader was told. */
  readonly first: Buffer
  /** By `performance.now`. */
  readonly startedAt: number
}

interface SeatOptions {
  readonly room: Room
  readonly reader: Reader
  readonly beat: number
}

/** What is kept of one reader: four words. */
class Seat implements Follower {
  readonly reader: Reader
  /** The beat of a round on which this reader is told again. */
  readonly beat: number
  /** The last message sent. */
  told: Buffer | undefined = undefined
  /** Since when a message has been waiting to go out: milliseconds since 1970. */
  fullSince: number | undefined = undefined
  readonly #room: Room

  constructor({ room, reader, beat }: SeatOptions) {
    this.#room = room
    this.reader = reader
    this.beat = beat
  }

  ready(): void {
    this.fullSince = undefined
    this.#room.tellNewest(this)
  }

  leave(): void {
    this.#room.leave(this)
  }
}
