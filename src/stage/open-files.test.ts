import { expect, test } from 'vitest'
import { divideFiles, explainFileLimit, readFileLimit } from './open-files.ts'

test('the system’s limit is read where it has one', () => {
  const limit = readFileLimit()
  expect(limit === undefined || limit > 0).toBe(true)
})

test('without a limit, or with a high one, all are let in', () => {
  for (const limit of [undefined, 100_000]) {
    const room = divideFiles(20_000, limit)
    expect(room).toEqual({ followers: 20_000, beside: 2000 })
    expect(explainFileLimit(room, 10_000)).toBeUndefined()
  }
})

test.each([256, 1024, 8000, 20_000])(
  'with %i files, followers leave room for pages and the speaker',
  (limit) => {
    const { followers, beside } = divideFiles(20_000, limit)
    expect(followers).toBeGreaterThan(limit / 2)
    expect(beside).toBeGreaterThanOrEqual(Math.min(2000, limit / 4 - 20))
    expect(followers + beside).toBeLessThan(limit)
  },
)

test('a limit below what the stage is built for is told with what to do', () => {
  expect(explainFileLimit(divideFiles(20_000, 256), 10_000)).toMatch(
    /so few files that 144 can follow, not 10000\. Before the start, allow more: ulimit -n 12064$/,
  )
  expect(explainFileLimit(divideFiles(20_000, 20_000), 10_000)).toBeUndefined()
})
