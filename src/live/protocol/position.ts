/**
 * The one message of the live channel and its parsers, used at both ends. No DOM, no Node.
 *
 * Who receives: show a position when `isNewer` than the one shown, and remember it; anything that does not parse
 * changes nothing. Who writes: name the room's position heard last (`seen`), which is not one's own that is still to be
 * written; an answer 409 carries the room's position, to be taken as it is; a room that comes back older than what
 * was heard of it has lost its memory: write again.
 */

/** Where the talk is: the whole state, so that any one message is enough. */
export interface Position {
  /** Grows with every write to the room; 0 before the first. */
  readonly seq: number
  /** The slide's id, one of the outline's. */
  readonly slide: string
  /** How many of the slide's steps have been taken, 0 to all of them. */
  readonly step: number
  /** The screens are dark. */
  readonly blank: boolean
  /** When the write was taken, by the hub's clock: milliseconds since 1970, rising; 0 before the first. */
  readonly sentAt: number
}

/** What a driver writes: where to go, and what it knew when it decided to. */
export interface Write {
  /** The seq of the room's position that the driver heard last. */
  readonly seen: number
  /** The driver's own number for this position, above `seen` by all the moves that led there; one is usual. */
  readonly seq: number
  readonly slide: string
  readonly step: number
  readonly blank: boolean
}

/** The last message of a stream that ends on purpose. */
export interface Ended {
  readonly ended: true
}

export type LiveMessage = Position | Ended

/** The talk's slides in order, each with its number of steps. Never empty. */
export type Outline = readonly { readonly id: string; readonly steps: number }[]

/** Why a value was refused. It says what was expected and never repeats what came. */
export interface Fault {
  readonly fault: string
}

export function isFault<T extends object>(result: T | Fault): result is Fault {
  return 'fault' in result
}

/** The value a JSON text stands for; undefined, which no JSON text stands for, when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where a room is before anyone has written to it. Throws when the outline has no slide. */
export function firstPosition(outline: Outline): Position {
  const first = outline[0]
  if (first === undefined) throw new Error('the outline has no slide')
  return { seq: 0, slide: first.id, step: 0, blank: false, sentAt: 0 }
}

/**
 * True when `next` was written after `shown`. Within a room's life the two numbers rise together; in a hub that was
 * restarted and forgot, seq may begin anew while the time goes on.
 */
export function isNewer(next: Position, shown: Position): boolean {
  return next.seq > shown.seq || next.sentAt > shown.sentAt
}

/**
 * Which of two positions stands, for those who hear the server and the channel. A driver numbers its own writes at
 * once and leaves `sentAt` at 0, as no server has taken them yet: until one has, only the number counts, so that
 * the server's echo of an earlier write undoes nothing.
 */
export function supersedes(next: Position, shown: Position): boolean {
  if (next.sentAt > 0 && shown.sentAt > 0) return isNewer(next, shown)
  return next.seq > shown.seq || (next.seq === shown.seq && next.sentAt > shown.sentAt)
}

/** Reads what a stream or an answer says. */
export function parseMessage(value: unknown, outline: Outline): LiveMessage | Fault {
  return isObject(value) && value['ended'] === true ? { ended: true } : parsePosition(value, outline)
}

/** A step beyond the slide's own is brought to the nearest; everything else must be right. */
export function parsePosition(value: unknown, outline: Outline): Position | Fault {
  if (!isObject(value)) return { fault: 'a position is an object' }
  const { seq, sentAt } = value
  if (!isCount(seq) || !isCount(sentAt)) return { fault: 'seq and sentAt are whole numbers, 0 or more' }
  const target = parseTarget(value, outline)
  return isFault(target) ? target : { seq, ...target, sentAt }
}

/** A step beyond the slide's own is brought to the nearest; everything else must be right. */
export function parseWrite(value: unknown, outline: Outline): Write | Fault {
  if (!isObject(value)) return { fault: 'a write is a JSON object: { seen, slide, step, blank }' }
  const { seen, seq } = value
  if (!isCount(seen))
    return { fault: 'seen is the seq of the position heard last: a whole number, 0 or more' }
  if (seq !== undefined && !isCount(seq)) {
    return { fault: 'seq is a whole number, 0 or more; without it, the next after seen' }
  }
  const target = parseTarget(value, outline)
  return isFault(target) ? target : { seen, seq: seq ?? seen + 1, ...target }
}

type Target = Pick<Position, 'slide' | 'step' | 'blank'>

function parseTarget({ slide, step, blank }: Fields, outline: Outline): Target | Fault {
  const entry = outline.find(({ id }) => id === slide)
  if (entry === undefined) {
    return { fault: `slide is one of ${outline.map(({ id }) => id).join(', ')}` }
  }
  if (typeof step !== 'number' || !Number.isSafeInteger(step)) return { fault: 'step is a whole number' }
  if (typeof blank !== 'boolean') return { fault: 'blank is true or false' }
  return { slide: entry.id, step: Math.min(Math.max(step, 0), entry.steps), blank }
}

/** What a JSON object may have; each field is still to be judged. */
export type Fields = Readonly<Partial<Record<string, unknown>>>

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
