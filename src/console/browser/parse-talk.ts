import { LANGUAGES, type Language } from '../../deck/language.ts'
import { isFault, type Outline, parseJson, parsePosition } from '../../live/protocol/position.ts'
import { NOTE_SIZES, type TalkState } from './talk.ts'
import type { Timer } from './timer.ts'

/** Longer than any event: what was kept so long ago belongs to another talk. In milliseconds. */
const LONGEST_TALK = 12 * 3_600_000

interface Kept {
  readonly savedAt: number
  readonly state: TalkState
}

/** The state as text, with the time it was kept. */
export function writeTalk(state: TalkState, now: number): string {
  const kept: Kept = { savedAt: now, state }
  return JSON.stringify(kept)
}

/**
 * The state that was kept; undefined when it is anything else (another edition of the deck, another version of the
 * console, someone's experiment) or older than a talk can be. A part of it alone is never taken.
 */
export function parseTalk(
  text: string,
  { outline, now }: { outline: Outline; now: number },
): TalkState | undefined {
  const kept = readFields(parseJson(text))
  if (!isInstant(kept['savedAt']) || now - kept['savedAt'] > LONGEST_TALK) return undefined
  const {
    position: place,
    timer: time,
    beforeReset: before,
    noteSize,
    hallLanguage,
  } = readFields(kept['state'])
  const position = parsePosition(place, outline)
  const timer = parseTimer(time)
  const beforeReset = before === undefined ? undefined : parseTimer(before)
  if (isFault(position) || timer === undefined) return undefined
  if (before !== undefined && beforeReset === undefined) return undefined
  if (typeof noteSize !== 'number' || !Number.isInteger(noteSize) || !(noteSize in NOTE_SIZES))
    return undefined
  if (hallLanguage !== undefined && !isLanguage(hallLanguage)) return undefined
  return {
    position,
    timer,
    noteSize,
    ...(beforeReset !== undefined && { beforeReset }),
    ...(hallLanguage !== undefined && { hallLanguage }),
  }
}

function parseTimer(value: unknown): Timer | undefined {
  const { state, since, elapsed } = readFields(value)
  if (state === 'idle') return { state }
  if (state === 'running' && isInstant(since)) return { state, since }
  if (state === 'paused' && isInstant(elapsed)) return { state, elapsed }
  return undefined
}

/** A value's fields; of what is no object, none. */
function readFields(value: unknown): Fields {
  return isObject(value) ? value : {}
}

type Fields = Readonly<Partial<Record<string, unknown>>>

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}
