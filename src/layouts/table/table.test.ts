import { expect, test } from 'vitest'
import { BASE, plain, useLayout } from '../../../tests/layout-slides.ts'
import type { Language } from '../../deck/language.ts'
import type { Cell } from './cell.ts'
import { table } from './table.ts'
import type { Column, Row } from './table-slide.ts'

const row = (cells: readonly Cell[], fields: Partial<Row> = {}): Row => ({
  heading: plain('Eilutė'),
  cells,
  ...fields,
})
const column = (fields: Partial<Column> = {}): Column => ({ heading: plain('Stulpelis'), ...fields })
const base = { ...BASE, layout: 'table', title: plain('Lentelė'), heading: plain('Kas') } as const
const layout = useLayout(table, { ...base, columns: [], rows: [] })
const render = (columns: readonly Column[], rows: readonly Row[], language?: Language) =>
  layout.render({ columns, rows }, language)
const check = (columns: readonly Column[], rows: readonly Row[]) => layout.check({ columns, rows })
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

test('headings head columns and rows, units stand in the header', () => {
  const markup = render([column({ unit: plain('mm') })], [row([1])])
  expect(markup).toContain(
    '<th scope="col">Kas</th><th scope="col" class="number">Stulpelis <span class="unit">mm</span></th>',
  )
  expect(markup).toContain('<th scope="row">Eilutė</th><td class="number" data-label="Stulpelis, mm">1</td>')
})

test('numbers are written in the language’s way, and nothing is a dash', () => {
  const cells = (language: 'lt' | 'en') =>
    [
      ...render([column({ decimals: 1 })], times(1, row([1234.5])), language).matchAll(/<td[^>]*>([^<]*)</g),
    ].map(([, text]) => text)
  expect(cells('lt')).toEqual(['1\u00a0234,5'])
  expect(cells('en')).toEqual(['1,234.5'])
  const other = render([column()], [row([-7]), row([null]), row([plain('<script>&"')])])
  for (const text of ['>-7<', '>–<', '&lt;script&gt;&amp;&quot;']) expect(other).toContain(text)
})

test('only a column with numbers is aligned', () => {
  expect(render([column(), column()], [row([plain('a'), 1])])).toMatch(
    /<td class="words".*<td class="number"/,
  )
})

test('a row or a cell is marked', () => {
  const markup = render([column()], [row([1], { marked: true }), row([{ value: 2, marked: true }]), row([3])])
  expect(markup.match(/<tr class="marked">/g)).toHaveLength(1)
  expect(markup.match(/<td class="number marked"[^>]*>2</g)).toHaveLength(1)
})

test('fourteen rows by eight columns fit, and more is a fault', () => {
  expect(check(times(7, column()), times(14, row(times(7, 1000))))).toEqual([])
  expect(check(times(8, column()), times(15, row(times(8, 1))))).toEqual([
    'the table has 8 columns, and 7 have room beside the first; leave some out or make it two slides.',
    'the table has 15 rows, and 14 have room; sum some up or make it two slides.',
  ])
})

test('rows without the right number of cells, an empty table and words too wide are faults', () => {
  expect(check([column()], [row([1, 2])])).toEqual([
    'rows.0 has 2 cells for 1 columns; write null where there is nothing.',
  ])
  expect(check([], [])).toEqual(['the table is empty; give it columns and rows.'])
  expect(check(times(3, column({ heading: plain('a'.repeat(40)) })), [row([1, 2, 3])])?.[0]).toBe(
    'the longest words of the table (lt) take 135 letters side by side, and 88 have room; shorten them or leave a column out.',
  )
})
