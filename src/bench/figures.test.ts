import { expect, test } from 'vitest'
import { renderTable } from './figures.ts'

test('the table shows median and range, and the floor and the ratio where there is one', () => {
  const table = renderTable([
    { name: 'Build', unit: 's', values: [2, 2], floor: [1, 1], target: '< 2 s' },
    { name: 'TBT', unit: 'ms', values: [10, 30.4], floor: [0, 0] },
    { name: 'CLS', unit: 'score', values: [0, 0.0002] },
    { name: 'Joins', unit: 'count', values: [7, 7] },
  ])
  expect(table).toBe(`| | median (min–max) | floor | × floor | target |
|---|---|---|---|---|
| Build | 2.00 s | 1.00 s | 2.00 | < 2 s |
| TBT | 20 ms (10–30) | 0 ms |  |  |
| CLS | 0.000 |  |  |  |
| Joins | 7 |  |  |  |`)
})
