import { expect, test } from 'vitest'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'
import { md } from '../../deck/markdown.ts'
import { type Column, type ColumnsSlide, columns } from './columns.ts'

const say = (text: string) => ({ lt: md`${text}`, en: md`${text}` })
const heading = { lt: 'Už', en: 'For' }
const column: Column = { heading, points: [say('Vienas'), say('Du')] }
const slide = (fields: Partial<ColumnsSlide>): ColumnsSlide => ({
  layout: 'columns',
  title: { lt: 'Už ir prieš', en: 'For and against' },
  columns: [column, column],
  minutes: 1,
  notes: say('x'),
  ...fields,
})
const render = (fields: Partial<ColumnsSlide>) => renderSample('bendrija', { fields: slide(fields) })
const check = (fields: Partial<ColumnsSlide>) => columns.check?.(slide(fields), { slides: {} } as never)

test('each column has a heading, then paragraphs and points, and those alone that it has', () => {
  const markup = render({ columns: [column, { heading, text: [say('Tekstas')] }] })
  expect(markup.match(/<h3 class="heading">Už<\/h3>/g)).toHaveLength(2)
  expect(markup).toContain('<ul class="points"><li>Vienas</li><li>Du</li></ul>')
  expect(markup.match(/<p class="text">/g)).toHaveLength(1)
  expect(markup.match(/<ul/g)).toHaveLength(1)
})

test('weight is shown by width', () => {
  expect(render({ columns: [column, { ...column, wide: true }, column] })).toContain(
    '--widths: 1fr 1.6fr 1fr',
  )
})

test('columns are there at once, or each is a step', () => {
  expect(countSampleSteps(render({}))).toBe(0)
  expect(countSampleSteps(render({ stepwise: true }))).toBe(2)
})

test('a column without content and columns that are too long are faults', () => {
  expect(check({})).toEqual([])
  expect(check({ columns: [column, { heading }] })).toEqual([
    'columns.1 has a heading alone; give it text or points.',
  ])
  const long: Column = {
    heading,
    points: Array.from({ length: 14 }, () => say('Ilgas punktas, kuris netelpa')),
  }
  expect(check({ columns: [column, long] })?.[0]).toMatch(
    /^the columns \(lt\) need \d+ % of the slide's height/,
  )
})
