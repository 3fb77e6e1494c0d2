import { isLanguage, LANGUAGES, type Language } from '../../deck/language.ts'

/**
 * The live channel's message and its parsers, used by servers and browsers. No DOM, no Node.
 *
 * A follower shows a position that `isNewer` than the one shown and ignores what does not parse. A driver
 * puts the run and seq last received from the room into `run` and `seen`, never the seq of its own unwritten
 * move. It takes over the position in an answer 409. A room that comes back with seq 0 has lost its memory:
 * the driver begins a new run there, with the same place.
 */

/** What the screens show. */
interface Shown {
  /** The slide's id, one of the outline's. */
  readonly slide: string
  /** How many of the slide's steps have been taken, 0 to all of them. */
  readonly step: number
  /** The screens are dark. */
  readonly blank: boolean
  /** The language chosen for the hall's screen; missing until someone chooses one. */
  readonly hallLanguage?: Language
}

/** Where the talk is. Each message carries the whole state, so the newest one is enough. */
export interface Position extends Shown {
  /**
   * Which life of the room this is. A room whose memory was lost begins another run, so that its positions are
   * never mistaken for old ones. Milliseconds since 1970 when the run began, or more if a driver knew a later
   * run; 0 before the first write.
   */
  readonly run: number
  /** Grows with every write of a run; 0 before the first. */
  readonly seq: number
  /** When the hub accepted the write, by its clock: milliseconds since 1970; 0 until it has. */
  readonly sentAt: number
}

/** What a driver writes: the new position, and the last one it knew of. */
export interface Write extends Shown {
  /** The run of the last position received; with `seen` 0 the run that begins. Without it: the room's own. */
  readonly run?: number
  /** The seq of the last position that the driver received from the room. */
  readonly seen: number
  /** The driver's own number for this position: `seen` plus the number of moves since then, usually one. */
  readonly seq: number
}

/** `ended`: the talk has ended, and this is the stream's last message. */
export type LiveMessage = Position | { readonly ended: true }

/** The talk's slides in order. Never empty; its first slide is not hidden. */
export type Outline = readonly OutlinedSlide[]

export interface OutlinedSlide {
  readonly id: string
  readonly steps: number
  /** Next and previous pass it by. */
  readonly hidden?: boolean
}

/** Longer than any event, in milliseconds: what is older belongs to another talk. */
export const LONGEST_TALK = 12 * 3_600_000

/** Why a value was refused. Says what was expected and never repeats the value. */
export interface Fault {
  readonly fault: string
}

export function isFault<T extends object>(result: T | Fault): result is Fault {
  return 'fault' in result
}

/** Parses JSON; undefined, which JSON cannot express, when the text is not JSON. */
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
  return { run: 0, seq: 0, slide: first.id, step: 0, blank: false, sentAt: 0 }
}

/** The run that begins after the last one known; clocks may be wrong, so it is later than that in any case. */
export function beginRun(known: Position, now: number): number {
  return Math.max(now, known.run + 1)
}

/**
 * Whether a position that came from the room replaces the one shown. The room is right about its own run,
 * whichever was shown before; clocks have no say. A move that no server has accepted yet (`sentAt` 0) stays
 * until the room has its number, so that the echo of an earlier write undoes nothing.
 */
export function isNewer(next: Position, shown: Position): boolean {
  return (next.seq > 0 && next.run !== shown.run && shown.sentAt > 0) || isLaterInRun(next, shown)
}

/** Whether a position that came from another window of this browser replaces the one shown. */
export function supersedes(next: Position, shown: Position): boolean {
  return next.run === shown.run ? isLaterInRun(next, shown) : next.run > shown.run
}

/** A write that the hub has accepted is later than the same one unsent. */
function isLaterInRun(next: Position, shown: Position): boolean {
  return next.seq > shown.seq || (next.seq === shown.seq && next.sentAt > shown.sentAt)
}

/** Parses a message of a stream or an answer. */
export function parseMessage(value: unknown, outline: Outline): LiveMessage | Fault {
  return isObject(value) && value['ended'] === true ? { ended: true } : parsePosition(value, outline)
}

/** Moves a step beyond the slide's range to the nearest one; everything else must be valid. */
export function parsePosition(value: unknown, outline: Outline): Position | Fault {
  if (!isObject(value)) return { fault: 'a position is an object' }
  const { run, seq, sentAt } = value
  if (!isCount(run) || !isCount(seq) || !isCount(sentAt)) {
    return { fault: 'run, seq and sentAt are whole numbers, 0 or more' }
  }
  const shown = parseShown(value, outline)
  return isFault(shown) ? shown : { run, seq, ...shown, sentAt }
}

/** Moves a step beyond the slide's range to the nearest one; everything else must be valid. */
export function parseWrite(value: unknown, outline: Outline): Write | Fault {
  if (!isObject(value)) return { fault: 'a write is a JSON object: { seen, slide, step, blank }' }
  const { run, seen, seq } = value
  if (!isCount(seen))
    return { fault: 'seen is the seq of the last position received: a whole number, 0 or more' }
  if (seq !== undefined && !isCount(seq)) {
    return { fault: 'seq is a whole number, 0 or more; without it, the next after seen' }
  }
  if (run !== undefined && (!isCount(run) || run === 0)) return { fault: 'run is a whole number, 1 or more' }
  const shown = parseShown(value, outline)
  if (isFault(shown)) return shown
  return { ...(run !== undefined && { run }), seen, seq: seq ?? seen + 1, ...shown }
}

function parseShown({ slide, step, blank, hallLanguage }: Fields, outline: Outline): Shown | Fault {
  const entry = outline.find(({ id }) => id === slide)
  if (entry === undefined) return { fault: `slide is one of ${outline.map(({ id }) => id).join(', ')}` }
  if (typeof step !== 'number' || !Number.isSafeInteger(step)) return { fault: 'step is a whole number' }
  if (typeof blank !== 'boolean') return { fault: 'blank is true or false' }
  const shown = { slide: entry.id, step: Math.min(Math.max(step, 0), entry.steps), blank }
  if (hallLanguage === undefined) return shown
  if (!isLanguage(hallLanguage)) return { fault: `hallLanguage is one of ${LANGUAGES.join(', ')}` }
  return { ...shown, hallLanguage }
}

/** The fields of a JSON object, none of them checked yet. */
type Fields = Readonly<Partial<Record<string, unknown>>>

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

/** The fields of a value; none when it is not an object. */
export function readFields(value: unknown): Fields {
  return isObject(value) ? value : {}
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
