import { expect, test } from 'vitest'
import { interleave, median, medianRatio } from './stats.ts'

test.each([
  [[9, 1, 10], 9],
  [[4, 1, 2, 100], 3],
  [[1.5], 1.5],
])('the median of %j is %f', (runs, expected) => {
  expect(median(runs)).toBe(expected)
})

test('no runs have no median', () => {
  expect(() => median([])).toThrow('no values')
})

test('the ratio is of pairs: a run that was slow together with its floor does not change it', () => {
  expect(medianRatio([2, 20, 2], [1, 10, 1])).toBe(2)
  expect(() => medianRatio([1, 2], [1])).toThrow('2 runs and 1 of the floor')
})

test('tasks are run in turn, one at a time', async () => {
  const log: string[] = []
  const task = (name: string) => async () => {
    log.push(name)
    await Promise.resolve()
    return `${name}${log.length}`
  }
  expect(await interleave(2, [task('a'), task('b')])).toEqual([
    ['a1', 'a3'],
    ['b2', 'b4'],
  ])
})
