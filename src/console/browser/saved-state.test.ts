import { describe, expect, it } from 'vitest'
import { OUTLINE, POSITION as SAMPLE } from '../../../tests/live-page.ts'
import { parseSavedPosition, parseSettings, serialisePosition, serialiseSettings } from './saved-state.ts'
import type { ConsoleSettings } from './state.ts'

const WALL = 1_700_000_000_000
const NOW = { wall: WALL, steady: WALL - 77_000 }
const MINUTE = 60_000
const POSITION = { ...SAMPLE, blank: true, hallLanguage: 'en' } as const
const SETTINGS: ConsoleSettings = {
  timer: { state: 'running', since: NOW.steady - MINUTE },
  beforeReset: { state: 'paused', elapsed: 1234 },
  noteSize: 4,
}
const SAVED = JSON.parse(serialiseSettings(SETTINGS, NOW))

it('reads what it has written', () => {
  expect(parseSettings(serialiseSettings(SETTINGS, NOW), NOW)).toEqual(SETTINGS)
  const fresh: ConsoleSettings = { timer: { state: 'idle' }, noteSize: 2 }
  expect(parseSettings(serialiseSettings(fresh, NOW), NOW)).toEqual(fresh)
  expect(parseSavedPosition(serialisePosition(POSITION, NOW), OUTLINE, NOW)).toEqual(POSITION)
})

it('lets a timer run on while no window is open, and in a window with another steady clock', () => {
  const text = serialiseSettings(SETTINGS, NOW)
  const later = { wall: WALL + 5 * MINUTE, steady: 9_000_000 }
  expect(parseSettings(text, later)?.timer).toEqual({ state: 'running', since: 9_000_000 - 6 * MINUTE })
  const setBack = { wall: WALL - 60 * MINUTE, steady: 9_000_000 }
  expect(parseSettings(text, setBack)?.timer).toEqual({ state: 'running', since: 9_000_000 - MINUTE })
})

it('ignores what was saved more than twelve hours ago', () => {
  for (const [hours, isRead] of [
    [11, true],
    [13, false],
  ] as const) {
    const now = { ...NOW, wall: WALL + hours * 60 * MINUTE }
    expect(parseSettings(serialiseSettings(SETTINGS, NOW), now) !== undefined).toBe(isRead)
    expect(parseSavedPosition(serialisePosition(POSITION, NOW), OUTLINE, now) !== undefined).toBe(isRead)
  }
})

describe('takes nothing of', () => {
  it.each([
    ['no JSON', '{"savedAt":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1, 2]'],
    ['a number', '5'],
    ['no state', JSON.stringify({ savedAt: WALL })],
    ['no time', keepWith({ savedAt: undefined })],
    ['no timer', keepWith({ timer: undefined })],
    ['a timer in no known state', keepWith({ timer: { state: 'flying', elapsed: 5 } })],
    ['a timer that has counted nothing', keepWith({ timer: { state: 'running', elapsed: null } })],
    ['a timer with less than no time', keepWith({ timer: { state: 'paused', elapsed: -1 } })],
    ['an undo that is none', keepWith({ beforeReset: 5 })],
    ['notes of no size', keepWith({ noteSize: 99 })],
    ['notes between sizes', keepWith({ noteSize: 1.5 })],
    ['notes of a size in words', keepWith({ noteSize: '2' })],
  ])('%s', (_what, text) => {
    expect(parseSettings(text, NOW)).toBeUndefined()
  })

  it.each([
    ['no JSON', '{"savedAt":'],
    ['no time', JSON.stringify({ position: POSITION })],
    ['a slide that the deck has not', placeWith({ slide: 'three' })],
  ])('a place with %s', (_what, text) => {
    expect(parseSavedPosition(text, OUTLINE, NOW)).toBeUndefined()
  })
})

/** The saved settings with some fields changed. */
function keepWith(change: object): string {
  return JSON.stringify({ ...SAVED, ...change })
}

/** The saved position with some fields changed. */
function placeWith(change: object): string {
  return JSON.stringify({ savedAt: WALL, position: { ...POSITION, ...change } })
}
