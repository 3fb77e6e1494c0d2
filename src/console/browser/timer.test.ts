import { expect, it } from 'vitest'
import { IDLE, measureElapsed, toggleTimer } from './timer.ts'

it('counts only while it runs, however often it was paused', () => {
  const running = toggleTimer(IDLE, 1000)
  expect(measureElapsed(running, 61_000)).toBe(60_000)
  const paused = toggleTimer(running, 61_000)
  expect(measureElapsed(paused, 999_000)).toBe(60_000)
  const resumed = toggleTimer(paused, 999_000)
  expect(measureElapsed(resumed, 1_000_000)).toBe(61_000)
})

it('counts no time before it is started', () => {
  expect(measureElapsed(IDLE, 5000)).toBe(0)
})
