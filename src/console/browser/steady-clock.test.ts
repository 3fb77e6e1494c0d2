import { expect, it } from 'vitest'
import { createSteadyClock } from './steady-clock.ts'

const MINUTE = 60_000

function setUp() {
  const clocks = { wall: 1_700_000_000_000, forward: 5000 }
  let hidden = false
  let sets = 0
  const now = createSteadyClock({
    wall: () => clocks.wall,
    forward: () => clocks.forward,
    wasHidden: () => hidden,
    onSet: () => sets++,
  })
  const start = now()
  return {
    /** Milliseconds since the start. */
    read: () => now() - start,
    sets: () => sets,
    hide(wanted: boolean) {
      hidden = wanted
    },
    pass(wall: number, forward = wall) {
      clocks.wall += wall
      clocks.forward += forward
    },
  }
}

it.each([
  ['forward', 60 * MINUTE],
  ['back', -60 * MINUTE],
])('does not move when someone sets the system’s clock %s, and says so', (_way, by) => {
  const { read, pass, sets } = setUp()
  pass(200)
  expect(read()).toBe(200)
  pass(200 + by, 200)
  expect(read()).toBe(400)
  pass(200)
  expect(read()).toBe(600)
  expect(sets()).toBe(1)
})

it('counts the time that the system slept, whether or not its forward clock does', () => {
  const asleep = setUp()
  asleep.pass(10 * MINUTE, 800)
  expect(asleep.read()).toBe(10 * MINUTE)
  const awake = setUp()
  awake.pass(10 * MINUTE)
  expect(awake.read()).toBe(10 * MINUTE)
})

it('counts the time of a sleep that the page notices only by having been hidden', () => {
  const { read, pass, hide } = setUp()
  hide(true)
  pass(10 * MINUTE, 100)
  expect(read()).toBe(10 * MINUTE)
  hide(false)
  pass(60 * MINUTE, 200)
  expect(read()).toBe(10 * MINUTE + 200)
})

it('goes on after a pause in which someone set the system’s clock back', () => {
  const { read, pass } = setUp()
  pass(-60 * MINUTE, 3000)
  expect(read()).toBe(3000)
})
