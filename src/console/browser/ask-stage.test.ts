import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askStage } from './ask-stage.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('tells a stage that does not answer in time from one that cannot be reached', async () => {
  vi.stubGlobal('fetch', (_address: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  })
  const slow = askStage('/live/main', 'key')
  await vi.advanceTimersByTimeAsync(4000)
  expect(await slow).toMatchObject({ status: 'slow' })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await askStage('/live/main', 'key')).toMatchObject({ status: 'unreachable' })
})
