import {
  isFault,
  LONGEST_TALK,
  type Outline,
  type Position,
  parseJson,
  parsePosition,
  readFields,
} from '../../live/protocol/position.ts'
import { type ConsoleSettings, NOTE_SIZES } from './state.ts'
import { measureElapsed, type Timer } from './timer.ts'

/** The time by both clocks, in milliseconds since 1970. */
export interface Now {
  /** The window's steady clock, by which timers run. */
  readonly steady: number
  /** The system's clock, which all windows share. */
  readonly wall: number
}

/** The position as JSON, with the time. */
export function serialisePosition(position: Position, { wall }: Now): string {
  return JSON.stringify({ savedAt: wall, position })
}

/**
 * Parses a saved position. Undefined when it does not fit (another edition of the deck, another version of the
 * console) or is older than any talk.
 */
export function parseSavedPosition(text: string, outline: Outline, now: Now): Position | undefined {
  const { savedAt, position } = readFields(parseJson(text))
  const parsed = parsePosition(position, outline)
  return isFresh(savedAt, now) && !isFault(parsed) ? parsed : undefined
}

/** The settings as JSON, with the time. A running timer is saved by what it has counted. */
export function serialiseSettings({ timer, beforeReset, noteSize }: ConsoleSettings, now: Now): string {
  const save = (each: Timer | undefined) =>
    each?.state === 'running' ? { state: each.state, elapsed: measureElapsed(each, now.steady) } : each
  return JSON.stringify({ savedAt: now.wall, timer: save(timer), beforeReset: save(beforeReset), noteSize })
}

/** Parses saved settings; undefined as for `parseSavedPosition`. It never uses a part of them. */
export function parseSettings(text: string, now: Now): ConsoleSettings | undefined {
  const { savedAt, timer: time, beforeReset: before, noteSize } = readFields(parseJson(text))
  if (!isFresh(savedAt, now)) return undefined
  const since = { steady: now.steady, saved: Math.max(0, now.wall - savedAt) }
  const timer = parseTimer(time, since)
  const beforeReset = before === undefined ? undefined : parseTimer(before, since)
  if (timer === undefined || (before !== undefined && beforeReset === undefined)) return undefined
  if (typeof noteSize !== 'number' || !Number.isInteger(noteSize) || !(noteSize in NOTE_SIZES))
    return undefined
  return { timer, noteSize, ...(beforeReset !== undefined && { beforeReset }) }
}

/** `saved`: the milliseconds since the timer was saved, in which it ran on. */
function parseTimer(value: unknown, since: { steady: number; saved: number }): Timer | undefined {
  const { state, elapsed } = readFields(value)
  if (state === 'idle') return { state }
  if (!isTime(elapsed)) return undefined
  if (state === 'running') return { state, since: since.steady - elapsed - since.saved }
  return state === 'paused' ? { state, elapsed } : undefined
}

function isFresh(savedAt: unknown, { wall }: Now): savedAt is number {
  return isTime(savedAt) && wall - savedAt <= LONGEST_TALK
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
