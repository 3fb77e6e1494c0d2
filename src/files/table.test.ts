import { expect, test } from 'vitest'
import { formatSize, formatTable } from './table.ts'

test('sizes are in the unit that reads best, and never 0', () => {
  expect([1, 999_000, 999_001, 1_340_000].map(formatSize)).toEqual(['1 KB', '999 KB', '1000 KB', '1.3 MB'])
})

test('names are aligned left, figures right', () => {
  const table = formatTable('out', [
    { name: 'a.pdf', pages: 9, bytes: new Uint8Array(120_000), seconds: 1.26 },
    { name: 'longer.pdf', pages: 12, bytes: new Uint8Array(1_500_000), seconds: 10 },
  ])
  expect(table.split('\n')).toEqual([
    'file            pages    size  seconds',
    'out/a.pdf           9  120 KB      1.3',
    'out/longer.pdf     12  1.5 MB     10.0',
  ])
})
