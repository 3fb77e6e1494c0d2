import { expect, test } from 'vitest'
import {
  beginRun,
  firstPosition,
  isFault,
  isNewer,
  type Outline,
  parseJson,
  parseMessage,
  parsePosition,
  parseWrite,
} from './position.ts'

const OUTLINE: Outline = [
  { id: 'start', steps: 0 },
  { id: 'story', steps: 3 },
]
const POSITION = { run: 2, seq: 7, slide: 'story', step: 2, blank: false, sentAt: 1_700_000_000_000 }

test('a position is parsed as it was written, without unknown fields', () => {
  expect(parsePosition({ ...POSITION, html: '<b>' }, OUTLINE)).toEqual(POSITION)
})

test.each([
  [99, 3],
  [-1, 0],
  [3, 3],
])('step %i of a slide with three becomes %i', (step, clamped) => {
  expect(parsePosition({ ...POSITION, step }, OUTLINE)).toEqual({ ...POSITION, step: clamped })
})

test.each([
  ['a slide the talk does not have', { slide: 'other' }],
  ['an index for a slide', { slide: 1 }],
  ['a name every object has', { slide: 'constructor' }],
  ['half a step', { step: 0.5 }],
  ['a step in words', { step: '2' }],
  ['a step without end', { step: Number.POSITIVE_INFINITY }],
  ['no run', { run: undefined }],
  ['a negative seq', { seq: -1 }],
  ['a seq that cannot be counted on from', { seq: 2 ** 53 }],
  ['a time before 1970', { sentAt: -1 }],
  ['blank as a number', { blank: 1 }],
  ['no blank', { blank: undefined }],
  ['a language the deck does not have', { hallLanguage: 'de' }],
  ['no name for a language', { hallLanguage: null }],
])('%s is refused', (_, wrong) => {
  expect(parsePosition({ ...POSITION, ...wrong }, OUTLINE)).toHaveProperty('fault')
})

test('a refusal says what was expected and does not repeat the value', () => {
  const secret = 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE'
  expect(parseWrite({ seen: 0, slide: secret, step: 0, blank: false }, OUTLINE)).toEqual({
    fault: expect.stringMatching(/^slide .*start, story$/),
  })
  expect(JSON.stringify(parseWrite({ seen: secret, slide: secret }, OUTLINE))).not.toContain(secret)
})

test('a write needs the seq it saw, and may name its own', () => {
  const write = { seen: 3, slide: 'story', step: 9, blank: true }
  expect(parseWrite({ ...write, seen: undefined }, OUTLINE)).toHaveProperty('fault')
  expect(parseWrite({ ...write, seq: '5' }, OUTLINE)).toHaveProperty('fault')
  expect(parseWrite(write, OUTLINE)).toEqual({ ...write, seq: 4, step: 3 })
  expect(parseWrite({ ...write, seq: 7 }, OUTLINE)).toEqual({ ...write, seq: 7, step: 3 })
  expect(parseWrite({ ...write, run: 5 }, OUTLINE)).toEqual({ ...write, run: 5, seq: 4, step: 3 })
  for (const run of [0, -1, '5', null]) expect(parseWrite({ ...write, run }, OUTLINE)).toHaveProperty('fault')
})

test('the hall’s language is part of a position and of a write, once someone has chosen it', () => {
  const chosen = { ...POSITION, hallLanguage: 'en' }
  expect(parsePosition(chosen, OUTLINE)).toEqual(chosen)
  const write = { seen: 3, slide: 'story', step: 0, blank: false, hallLanguage: 'lt' }
  expect(parseWrite(write, OUTLINE)).toEqual({ ...write, seq: 4 })
})

test('a message is a position or the end', () => {
  expect(parseMessage({ ended: true }, OUTLINE)).toEqual({ ended: true })
  expect(parseMessage(POSITION, OUTLINE)).toEqual(POSITION)
  expect(parseMessage({ ended: 'yes' }, OUTLINE)).toHaveProperty('fault')
})

test('before anyone has written, the talk is at its first slide', () => {
  expect(firstPosition(OUTLINE)).toEqual({ run: 0, seq: 0, slide: 'start', step: 0, blank: false, sentAt: 0 })
  expect(() => firstPosition([])).toThrow('no slide')
})

test('the higher number of a run is newer, and so is any position of another run, whatever the clocks say', () => {
  const { sentAt } = POSITION
  expect(isNewer({ ...POSITION, seq: 8, sentAt: sentAt - 1 }, POSITION)).toBe(true)
  expect(isNewer(POSITION, POSITION)).toBe(false)
  expect(isNewer({ ...POSITION, seq: 6, sentAt: sentAt + 1 }, POSITION)).toBe(false)
  expect(isNewer(firstPosition(OUTLINE), POSITION)).toBe(false)
  // The clock was an hour ahead when the shown position was written; then the room was started anew.
  const anew = { ...POSITION, run: 1, seq: 1, sentAt: sentAt - 3_600_000 }
  expect(isNewer(anew, POSITION)).toBe(true)
  expect(isNewer(anew, { ...POSITION, sentAt: 0 })).toBe(false)
})

test('a run begins later than any that was known, whatever the clock says', () => {
  expect(beginRun(firstPosition(OUTLINE), 3000)).toBe(3000)
  expect(beginRun({ ...POSITION, run: 7000 }, 3000)).toBe(7001)
})

test('invalid JSON is undefined, valid JSON is parsed', () => {
  expect(parseJson('{')).toBeUndefined()
  expect(parseJson('')).toBeUndefined()
  expect(parseJson('null')).toBeNull()
})

test('20,000 random values never throw and never yield a position outside the talk', () => {
  const random = createRandom(1)
  let positions = 0
  for (let round = 0; round < 20_000; round++) {
    const value = makeValue(random)
    for (const result of [parsePosition(value, OUTLINE), parseWrite(value, OUTLINE)]) {
      if (isFault(result)) continue
      positions++
      const { slide, step, blank, seq, ...others } = result
      const steps = OUTLINE.find(({ id }) => id === slide)?.steps ?? -1
      expect(Number.isSafeInteger(step) && step >= 0 && step <= steps).toBe(true)
      for (const count of [seq, ...Object.values(others)]) {
        expect(Number.isSafeInteger(count) && Number(count) >= 0).toBe(true)
      }
      expect(typeof blank).toBe('boolean')
    }
  }
  // A parser that refuses everything would pass, too.
  expect(positions).toBeGreaterThan(1000)
})

/** Numbers from 0 to 1, the same every time: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Valid values of each field, and others. Mostly valid ones test the parser best. */
const LIKELY = {
  run: [1, 2],
  seq: [0, 7],
  seen: [0, 7],
  slide: ['start', 'story'],
  step: [0, 2, 7],
  blank: [true, false],
  sentAt: [0, 7],
}
const OTHERS = [undefined, null, true, 0, -1, 0.5, 1e308, 2 ** 53, 'start', '', '__proto__', [], [0], {}]

function makeValue(random: () => number): unknown {
  const pick = (values: readonly unknown[]) => values[Math.floor(random() * values.length)]
  const fields = Object.entries(LIKELY).map(([key, likely]) => [key, pick(random() < 0.8 ? likely : OTHERS)])
  return random() < 0.1 ? pick(OTHERS) : Object.fromEntries(fields)
}
