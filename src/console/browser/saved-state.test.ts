import { describe, expect, it } from 'vitest'
import { parseState, serialiseState } from './saved-state.ts'
import { type ConsoleState, startState } from './state.ts'

const OUTLINE = [
  { id: 'one', steps: 0 },
  { id: 'two', steps: 2 },
]
const NOW = 1_700_000_000_000
const STATE: ConsoleState = {
  ...startState({ run: 1, seq: 7, slide: 'two', step: 1, blank: true, sentAt: NOW - 5000 }),
  timer: { state: 'running', since: NOW - 60_000 },
  beforeReset: { state: 'paused', elapsed: 1234 },
  noteSize: 4,
  hallLanguage: 'en',
}

function parse(text: string, now = NOW): ConsoleState | undefined {
  return parseState(text, { outline: OUTLINE, now })
}

/** The saved state with some fields changed. */
function keepWith(change: object): string {
  return JSON.stringify({ savedAt: NOW, state: { ...STATE, ...change } })
}

it('reads what it has written', () => {
  expect(parse(serialiseState(STATE, NOW))).toEqual(STATE)
  const fresh = startState({ run: 0, seq: 0, slide: 'one', step: 0, blank: false, sentAt: 0 })
  expect(parse(serialiseState(fresh, NOW))).toEqual(fresh)
})

it('ignores a state saved more than twelve hours ago', () => {
  const text = serialiseState(STATE, NOW)
  expect(parse(text, NOW + 11 * 3_600_000)).toEqual(STATE)
  expect(parse(text, NOW + 13 * 3_600_000)).toBeUndefined()
})

describe('takes nothing of', () => {
  it.each([
    ['no JSON', '{"savedAt":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[1, 2]'],
    ['a number', '5'],
    ['no state', JSON.stringify({ savedAt: NOW })],
    ['no time', JSON.stringify({ state: STATE })],
    ['a slide that the deck has not', keepWith({ position: { ...STATE.position, slide: 'three' } })],
    ['a position without a number', keepWith({ position: { ...STATE.position, seq: 'x' } })],
    ['no timer', keepWith({ timer: undefined })],
    ['a timer in no known state', keepWith({ timer: { state: 'flying' } })],
    ['a timer that runs since never', keepWith({ timer: { state: 'running', since: null } })],
    ['a timer with less than no time', keepWith({ timer: { state: 'paused', elapsed: -1 } })],
    ['an undo that is none', keepWith({ beforeReset: 5 })],
    ['notes of no size', keepWith({ noteSize: 99 })],
    ['notes between sizes', keepWith({ noteSize: 1.5 })],
    ['notes of a size in words', keepWith({ noteSize: '2' })],
    ['a language the deck has not', keepWith({ hallLanguage: 'de' })],
  ])('%s', (_what, text) => {
    expect(parse(text)).toBeUndefined()
  })
})

it('brings a step beyond the slide’s own to the nearest', () => {
  expect(parse(keepWith({ position: { ...STATE.position, step: 9 } }))?.position.step).toBe(2)
})
