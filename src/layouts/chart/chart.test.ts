import { expect, test } from 'vitest'
import { BASE, plain, useLayout } from '../../../tests/layout-slides.ts'
import type { Language } from '../../deck/language.ts'
import { chart } from './chart.ts'
import type { ChartSlide, Series } from './chart-slide.ts'

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
const series = (...values: (number | null)[]): Series => ({ name: plain('Eilutė'), values })

/** A chart of as many categories as its first series has numbers. */
const label = (fields: Partial<ChartSlide>) => ({
  categories: times(fields.series?.[0]?.values.length ?? 0, (index) => ({ label: plain(`m${index}`) })),
  ...fields,
})
const base = { ...BASE, layout: 'chart', kind: 'bars', title: plain('Diagrama') } as const
const layout = useLayout(chart, { ...base, categories: [], series: [], alternative: plain('Ką ji rodo.') })
const render = (fields: Partial<ChartSlide>, language?: Language) => layout.render(label(fields), language)
const check = (fields: Partial<ChartSlide>) => layout.check(label(fields))
/** Where the numbers of a chart begin and end. */
const spansOf = (markup: string) =>
  [...markup.matchAll(/--from: ([^;]+); --to: ([^"]+)"/g)].map(([, from, to]) => `${from} to ${to}`)

test('the numbers are a table, in the language’s way; nothing is a dash', () => {
  const fields = { series: [series(1234.5, null)], decimals: 1 }
  const numbers = (language: 'lt' | 'en') =>
    [...render(fields, language).matchAll(/class="figure"[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(numbers('lt')).toEqual(['1\u00a0234,5', '–'])
  expect(numbers('en')).toEqual(['1,234.5', '–'])
  const markup = render(fields)
  expect(markup).toContain('<data class="figure" value="1234.5">')
  expect(markup).toMatch(/<th scope="col"[^>]*>.*Eilutė<\/th>.*<th scope="row">m0<\/th>/s)
  expect(markup).toContain('<div role="group" class="chart" data-chart="bars"')
})

test('a unit that the names of all series say is not said again', () => {
  const projects = { ...series(9), name: plain('Bendri projektai') }
  const unitOf = (fields: Partial<ChartSlide>) => /class="unit"[^>]*>([^<]*)</.exec(render(fields))?.[1]
  expect(unitOf({ series: [projects], unit: plain('Projektai') })).toBeUndefined()
  expect(unitOf({ series: [projects], unit: plain('vnt.') })).toBe('vnt.')
  expect(unitOf({ series: [projects, series(8)], unit: plain('projektai') })).toBe('projektai')
})

test('bars begin at zero, upwards and downwards; a gap has no bar', () => {
  const markup = render({ series: [series(3, -1, null)] })
  expect(spansOf(markup)).toEqual(['25 to 100', '0 to 25', '25 to 25'])
  expect(markup.match(/class="bar"/g)).toHaveLength(2)
  expect(markup.match(/data-sign="minus"/g)).toHaveLength(1)
})

test('stacked bars stand on each other, those below zero hang from each other', () => {
  const stacked = render({ kind: 'stacked', series: [series(1, -1), series(2, -1)] })
  expect(spansOf(stacked)).toEqual(['40 to 60', '60 to 100', '20 to 40', '0 to 20'])
})

test('parts fill one bar from above, and their labels stand apart', () => {
  const markup = render({ kind: 'parts', series: [series(97, 1, 1, 1)] })
  expect(spansOf(markup)).toEqual(['3 to 100', '2 to 3', '1 to 2', '0 to 1'])
  const places = [...markup.matchAll(/<tr style="--at: ([\d.]+)"/g)].map(([, at]) => Number(at))
  for (const [index, at] of places.slice(1).entries()) expect((places[index] ?? 0) - at).toBeGreaterThan(16)
})

test.each(['bars', 'stacked', 'lines', 'areas'] as const)('all zeros are %s on the baseline', (kind) => {
  const markup = render({ kind, series: [series(0, 0)] })
  expect(markup).not.toContain('NaN')
  expect(spansOf(markup)).toEqual(['0 to 0', '0 to 0'])
  expect(markup).not.toContain('class="bar"')
})

test('a line ends at a gap, and a point without neighbours is still marked', () => {
  const markup = render({ kind: 'lines', series: [series(0, 5, null, 10)] })
  expect(markup).toMatch(/class="line"[^>]* d="M12.5,100L37.5,50M87.5,0Z"/)
  expect(markup.match(/class="dot"/g)).toHaveLength(3)
  const many = series(...times(24, (index) => (index % 2 === 0 || index < 4 ? index : null)))
  expect(render({ kind: 'lines', series: [many] }).match(/class="dot"/g)).toHaveLength(9)
})

test('a scale begins at zero and has few round numbers, in the language’s way', () => {
  const markup = render({ kind: 'lines', series: [series(0.9, 1.8)] })
  expect(spansOf(markup)).toEqual(['45 to 45', '90 to 90'])
  expect(
    [...markup.matchAll(/<li style="--at: (\d+)">([^<]*)</g)].map(([, at, text]) => `${text} ${at}`),
  ).toEqual(['0 0', '1 50', '2 100'])
  expect(render({ kind: 'lines', series: [series(0.8)] })).toContain('>0,5<')
})

test('the drawing says the numbers that a printed page cannot show, and only those', () => {
  expect(render({ series: [series(1, 2)] })).toMatch(/<svg class="curves"[^>]* aria-hidden="true">/)
  expect(render({ kind: 'lines', series: [series(1, null)] })).toContain(
    'role="img" data-repeats aria-label="Ką ji rodo. Eilutė: m0 1, m1 –."',
  )
})

test('a line among many labels shows each second or third of them', () => {
  const years = times(24, (index) => ({ label: plain(`${2000 + index}`) }))
  const markup = render({
    kind: 'lines',
    categories: years,
    series: [series(...times(24, (index) => index))],
  })
  const shown = years.filter(({ label }) => new RegExp(`<th[^>]*>${label.lt}<`).test(markup))
  expect(shown.length).toBeLessThan(12)
  for (const { label } of years) expect(markup).toContain(label.lt)
})

test('series differ by more than colour, and the marked one is the strong one', () => {
  const tones = (markup: string) =>
    [...markup.matchAll(/class="key" data-tone="(\w+)"/g)].map(([, tone]) => tone)
  const four = [series(1), series(2), { ...series(3), marked: true as const }, series(4)]
  expect(tones(render({ series: four }))).toEqual(['framed', 'filled', 'strong', 'dashed'])
  const categories = [{ label: plain('a') }, { label: plain('b'), marked: true as const }]
  const cells = [...render({ categories, series: [series(1, 2)] }).matchAll(/<td data-tone="(\w+)"/g)]
  expect(cells.map(([, tone]) => tone)).toEqual(['plain', 'strong'])
})

test('labels are escaped', () => {
  const markup = render({ categories: [{ label: plain(`<script>"&'`) }], series: [series(1)] })
  expect(markup).toContain('&lt;script&gt;&quot;&amp;&#39;')
  expect(markup).not.toContain('<script>')
})

test('numbers that do not match are faults', () => {
  expect(check({ series: [] })).toEqual(['the chart is empty; give it categories and series.'])
  expect(check({ series: [series(1, 2), series(1)] })).toEqual([
    'series.1 has 1 values for 2 categories; write null where there is none.',
  ])
  expect(check({ categories: [{ label: plain('a') }], series: [series(1, 5)] })).toEqual([
    'series.0 has 2 values for 1 categories; a decimal takes a point: 1.5.',
  ])
  expect(check({ series: [series(Number.NaN)] })).toEqual([
    'series.0.values.0 is NaN; write a number or null.',
  ])
  const marked = { ...series(1), marked: true as const }
  expect(check({ series: [marked, marked] })).toEqual(['more than one series is marked; mark one.'])
  expect(check({ series: [series(90.5)] })).toEqual([
    'series.0.values.0 is 90.5, and the chart shows 0 digits after the sign; say `decimals`.',
  ])
  expect(check({ series: [series(90.5)], decimals: 1 })).toEqual([])
  const categories = [{ label: { lt: 'A', en: 'A' }, marked: true as const }]
  expect(check({ categories, series: [series(1), series(2)] })).toEqual([
    'a category is marked, and of several series one can be; mark a series.',
  ])
})

test('what a kind cannot show is a fault', () => {
  expect(check({ kind: 'parts', series: [series(1, -1)] })).toEqual([
    'parts of a whole are numbers from 0 on, one above 0 at least; take `bars` for others.',
  ])
  expect(check({ kind: 'parts', series: [series(1), series(2)] })?.[0]).toMatch(/^parts are of one whole/)
  expect(check({ kind: 'areas', series: [series(1), series(null)] })).toEqual([
    'areas on top of each other have neither gaps nor numbers below 0; take `lines`.',
  ])
  expect(check({ kind: 'lines', lying: true, series: [series(1)] })).toEqual([
    'only bars lie, and the chart shows lines; leave `lying` out.',
  ])
  expect(check({ series: times(5, () => series(1)) })?.[0]).toMatch(/^the chart has 5 series, and 4/)
})

test('twenty-four categories have room, more are a fault', () => {
  const many = (count: number) => [series(...times(count, (index) => index * 10))]
  for (const kind of ['bars', 'stacked', 'lines', 'areas'] as const)
    expect(check({ kind, series: many(24) }), kind).toEqual([])
  expect(check({ series: many(25) })).toEqual([
    'the chart has 25 categories, and 24 have room; sum some up or make it two slides.',
  ])
  expect(check({ kind: 'parts', series: many(7) })?.[0]).toMatch(/^the chart has 7 parts, and 6 have room/)
})

test('names and a unit that have no room are faults', () => {
  const name = plain('Ilgas eilutės pavadinimas '.repeat(2).trim())
  const named = times(4, () => ({ ...series(1, 2), name }))
  expect(check({ series: named })).toEqual([
    'the names of the series have no room in one line; shorten them.',
  ])
  expect(check({ kind: 'lines', series: named })?.[0]).toMatch(
    /^the names of the series take \d+ lines, and 10/,
  )
  expect(check({ series: named.slice(0, 1), unit: plain('mln. Eur') })).toEqual([])
})

test('long labels ask for lying bars, and too many of these are a fault', () => {
  const long = (count: number) => ({
    categories: times(count, () => ({ label: plain('a'.repeat(40)) })),
    series: [series(...times(count, (index) => index))],
  })
  expect(check({ ...long(4) })).toEqual([
    "a label's longest word has 40 letters, and 18 have room below its bar; lay the bars (`lying: true`) or shorten it.",
  ])
  expect(check({ ...long(4), lying: true })).toEqual([])
  expect(check({ ...long(24), lying: true })?.[0]).toMatch(
    /^the chart needs \d+ % of the slide's height; shorten/,
  )
})
