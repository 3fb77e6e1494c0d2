import { isLanguage } from '../../deck/language.ts'
import { LONGEST_TALK } from '../../live/protocol/longest-talk.ts'
import { isFault, type Outline, parseJson, parsePosition, readFields } from '../../live/protocol/position.ts'
import { type ConsoleState, NOTE_SIZES } from './state.ts'
import type { Timer } from './timer.ts'

interface Saved {
  readonly savedAt: number
  readonly state: ConsoleState
}

/** The state as JSON, with the time `now`. */
export function serialiseState(state: ConsoleState, now: number): string {
  const saved: Saved = { savedAt: now, state }
  return JSON.stringify(saved)
}

/**
 * Parses a saved state. Undefined when it does not fit (another edition of the deck, another version of the
 * console) or is older than any talk. It never uses a part of a state.
 */
export function parseState(
  text: string,
  { outline, now }: { outline: Outline; now: number },
): ConsoleState | undefined {
  const saved = readFields(parseJson(text))
  if (!isInstant(saved['savedAt']) || now - saved['savedAt'] > LONGEST_TALK) return undefined
  const {
    position: place,
    timer: time,
    beforeReset: before,
    noteSize,
    hallLanguage,
  } = readFields(saved['state'])
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

/** The fields of a value; none when it is not an object. */
function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
