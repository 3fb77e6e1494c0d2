import { describe, expect, it } from 'vitest'
import { comparePace, formatClock, formatDifference, formatDuration, planSlides } from './timing.ts'

const MINUTE = 60_000

it('plans each slide after the one before it', () => {
  expect(planSlides([1, 1.5, 2])).toEqual([
    { from: 0, until: MINUTE },
    { from: MINUTE, until: 2.5 * MINUTE },
    { from: 2.5 * MINUTE, until: 4.5 * MINUTE },
  ])
})

describe('the pace', () => {
  const span = { from: 2 * MINUTE, until: 3 * MINUTE }

  it('is on plan anywhere within the slide’s span', () => {
    for (const elapsed of [2, 2.5, 3]) expect(comparePace(elapsed * MINUTE, span)).toBe(0)
  })

  it('is behind once the span has passed, and ahead before it begins', () => {
    expect(comparePace(3.5 * MINUTE, span)).toBe(0.5 * MINUTE)
    expect(comparePace(0.5 * MINUTE, span)).toBe(-1.5 * MINUTE)
  })
})

describe('times are written', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [MINUTE, '1:00'],
    [15 * MINUTE + 5000, '15:05'],
    [62 * MINUTE + 5000, '1:02:05'],
  ])('%i ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text)
  })

  it.each([
    [40_000, '+0:40'],
    [-65_000, '−1:05'],
    [999, '0:00'],
    [-999, '0:00'],
  ])('a difference of %i ms as %s', (milliseconds, text) => {
    expect(formatDifference(milliseconds)).toBe(text)
  })

  it('the time of day in 24 hours', () => {
    expect(formatClock(new Date(2024, 4, 1, 9, 5))).toBe('09:05')
    expect(formatClock(new Date(2024, 4, 1, 23, 59))).toBe('23:59')
  })
})
