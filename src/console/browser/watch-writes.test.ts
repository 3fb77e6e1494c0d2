import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { POSITION } from '../../../tests/live-page.ts'
import type { WriteAnswer, WriteFault } from './post-write.ts'
import { watchWrites } from './watch-writes.ts'

const WRITE = { seen: 3, seq: 4, slide: 'one', step: 0, blank: false }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp() {
  const shown: (WriteFault | undefined)[] = []
  const watch = watchWrites((fault) => shown.push(fault))
  /** Sends a write whose answer takes a while. */
  const send = (answer: WriteAnswer, wait = 0) =>
    watch(async () => {
      await vi.advanceTimersByTimeAsync(wait)
      return answer
    })(WRITE)
  return { shown, send }
}

it('says nothing of writes that are taken in time', async () => {
  const { shown, send } = setUp()
  await send({ kind: 'failed', fault: 'unreachable' }, 500)
  await send({ kind: 'accepted', position: POSITION }, 500)
  await vi.advanceTimersByTimeAsync(5000)
  expect(shown).toEqual([])
})

it('says after two seconds that no answer comes, then why, and when one is taken', async () => {
  const { shown, send } = setUp()
  await send({ kind: 'failed', fault: 'blocked' }, 2000)
  expect(shown).toEqual(['slow', 'blocked'])
  await send({ kind: 'newer', position: POSITION })
  expect(shown).toEqual(['slow', 'blocked', undefined])
})

it('counts the two seconds from the first attempt, not from the last', async () => {
  const { shown, send } = setUp()
  for (let attempt = 0; attempt < 4; attempt++) await send({ kind: 'failed', fault: 'unreachable' }, 500)
  expect(shown[0]).toBe('unreachable')
})
