import { expect, test } from 'vitest'
import { BASE, marked, plain, useLayout } from '../../../tests/layout-slides.ts'
import { countSampleSteps } from '../../../tests/render-sample.ts'
import { type Column, columns } from './columns.ts'

const heading = plain('Už')
const column: Column = { heading, points: [marked('Vienas'), marked('Du')] }
const { render, check } = useLayout(columns, {
  ...BASE,
  layout: 'columns',
  title: plain('For and against'),
  columns: [column, column],
})

test('each column has a heading, then paragraphs and points, and those alone that it has', () => {
  const markup = render({ columns: [column, { heading, text: [marked('Tekstas')] }] })
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
    points: Array.from({ length: 14 }, () => marked('Ilgas punktas, kuris netelpa')),
  }
  expect(check({ columns: [column, long] })?.[0]).toMatch(
    /^the columns \(lt\) need \d+ % of the slide's height/,
  )
})
