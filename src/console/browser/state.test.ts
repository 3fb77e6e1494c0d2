import { describe, expect, it } from 'vitest'
import { OUTLINE } from '../../../tests/live-page.ts'
import {
  type ConsoleAction,
  type ConsoleSettings,
  type ConsoleState,
  canUndoReset,
  NOTE_SIZES,
  reduceState,
  startState,
} from './state.ts'

const START = { run: 1, seq: 4, slide: 'one', step: 0, blank: false, sentAt: 0 }
const NOW = 1_700_000_000_000

function reduce(state: ConsoleState, action: ConsoleAction, now = NOW): ConsoleState {
  return reduceState(state, action, { outline: OUTLINE, now })
}

describe('the timer', () => {
  it('starts with the first move from the first slide', () => {
    const moved = reduce(startState(START), { type: 'moved', position: { ...START, seq: 5, slide: 'two' } })
    expect(moved.timer).toEqual({ state: 'running', since: NOW })
  })

  it('does not start when the screen goes black on the first slide', () => {
    const dark = reduce(startState(START), { type: 'moved', position: { ...START, seq: 5, blank: true } })
    expect(dark.timer).toEqual({ state: 'idle' })
  })

  it('does not start when the console joins a talk that is under way', () => {
    const joined = reduce(startState(START), { type: 'moved', position: { ...START, seq: 17, slide: 'two' } })
    expect(joined.timer).toEqual({ state: 'idle' })
  })

  it('stays paused when the talk moves', () => {
    const paused: ConsoleState = { ...startState(START), timer: { state: 'paused', elapsed: 7000 } }
    const moved = reduce(paused, { type: 'moved', position: { ...START, seq: 5, slide: 'two' } })
    expect(moved.timer).toEqual({ state: 'paused', elapsed: 7000 })
  })
})

describe('a reset', () => {
  const running: ConsoleState = { ...startState(START), timer: { state: 'running', since: NOW - 300_000 } }

  it('can be undone as if it had never been', () => {
    const reset = reduce(running, { type: 'timer-reset' })
    expect(reset.timer).toEqual({ state: 'idle' })
    expect(canUndoReset(reset, NOW)).toBe(true)
    const undone = reduce(reset, { type: 'reset-undone' }, NOW + 5000)
    expect(undone).toEqual(running)
    expect(canUndoReset(undone, NOW)).toBe(false)
  })

  it('can be undone for a minute after the timer was restarted', () => {
    const again = reduce(reduce(running, { type: 'timer-reset' }), { type: 'timer-toggled' })
    expect(canUndoReset(again, NOW + 59_000)).toBe(true)
    expect(canUndoReset(again, NOW + 61_000)).toBe(false)
  })

  it('of an idle timer can still be undone to the earlier timer', () => {
    const reset = reduce(running, { type: 'timer-reset' })
    expect(reduce(reset, { type: 'timer-reset' })).toBe(reset)
  })
})

it('keeps the size of notes within its range', () => {
  let state = startState(START)
  for (let press = 0; press < 20; press++) state = reduce(state, { type: 'notes-resized', by: 1 })
  expect(state.noteSize).toBe(NOTE_SIZES.length - 1)
  for (let press = 0; press < 20; press++) state = reduce(state, { type: 'notes-resized', by: -1 })
  expect(state.noteSize).toBe(0)
})

it('takes from another window everything but the position', () => {
  const settings: ConsoleSettings = { timer: { state: 'paused', elapsed: 7000 }, noteSize: 5 }
  const state = reduce(startState(START), { type: 'saved-elsewhere', settings })
  expect(state).toEqual({ ...settings, position: START })
})
