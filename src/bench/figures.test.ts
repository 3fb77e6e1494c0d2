import { expect, test } from 'vitest'
import { formatSpread, renderTable } from './figures.ts'

test('a figure is its median with its range, in the digits its unit deserves', () => {
  expect(formatSpread({ median: 1.444, min: 1.4, max: 1.526 }, 's')).toBe('1.44 s (1.40–1.53)')
  expect(formatSpread({ median: 63.21, min: 60, max: 99 }, 'ms')).toBe('63 ms (60–99)')
})

test('a range that rounds to one value is left out', () => {
  expect(formatSpread({ median: 0.0001, min: 0, max: 0.0002 }, 'score')).toBe('0.000')
})

test('the table shows the floor and the ratio where there is one', () => {
  const table = renderTable([
    { name: 'Build', unit: 's', values: [2, 2], floor: [1, 1], target: '< 2 s' },
    { name: 'TBT', unit: 'ms', values: [10, 30], floor: [0, 0] },
    { name: 'Requests', unit: 'requests', values: [7, 7] },
  ])
  expect(table).toBe(`| | median (min–max) | floor | × floor | target |
|---|---|---|---|---|
| Build | 2.00 s | 1.00 s | 2.00 | < 2 s |
| TBT | 20 ms (10–30) | 0 ms |  |  |
| Requests | 7 |  |  |  |`)
})
