import { expect, test } from 'vitest'
import { interleave, median, medianRatio, spread } from './stats.ts'

test('the median of an odd number of runs is the middle one, in whatever order they came', () => {
  expect(median([9, 1, 10])).toBe(9)
})

test('the median of an even number of runs is the mean of the two in the middle', () => {
  expect(median([4, 1, 2, 100])).toBe(3)
})

test('one run is its own median and range', () => {
  expect(spread([1.5])).toEqual({ median: 1.5, min: 1.5, max: 1.5 })
})

test('the order of the runs is left as it was', () => {
  const runs = [3, 1, 2]
  expect(spread(runs)).toEqual({ median: 2, min: 1, max: 3 })
  expect(runs).toEqual([3, 1, 2])
})

test('no runs have no median', () => {
  expect(() => median([])).toThrow('no values')
})

test('a run that was slow together with its floor does not change the ratio', () => {
  expect(medianRatio([2, 20, 2], [1, 10, 1])).toBe(2)
})

test('runs without their floor give no ratio', () => {
  expect(() => medianRatio([1, 2], [1])).toThrow('2 runs and 1 of the floor')
})

test('tasks are run in turn, one at a time', async () => {
  const log: string[] = []
  const task = (name: string) => async () => {
    log.push(name)
    await Promise.resolve()
    log.push(`${name} ended`)
    return `${name}${log.length}`
  }
  expect(await interleave(2, [task('a'), task('b')])).toEqual([
    ['a2', 'a6'],
    ['b4', 'b8'],
  ])
  expect(log).toEqual(['a', 'a ended', 'b', 'b ended', 'a', 'a ended', 'b', 'b ended'])
})
