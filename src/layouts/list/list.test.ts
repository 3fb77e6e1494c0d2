import { expect, test } from 'vitest'
import { BASE, marked, plain, useLayout } from '../../../tests/layout-slides.ts'
import { countSampleSteps } from '../../../tests/render-sample.ts'
import { list, type Point } from './list.ts'

const point = (text: string): Point => ({ text: marked(text) })
const many = (count: number, text = 'Taškas') => Array.from({ length: count }, () => point(text))
const { render, check } = useLayout(list, {
  ...BASE,
  layout: 'list',
  title: plain('A list'),
  points: many(3),
})

test('points are a list, numbered where their order matters, with a level below', () => {
  expect(render({})).toMatch(/<ul class="points" data-columns="1"[^>]*><li class="point">Taškas<\/li>/)
  expect(render({ ordered: true })).toMatch(/<ol class="points".*<\/ol>/s)
  expect(render({ points: [{ ...point('A'), points: [marked('B')] }] })).toContain(
    '<li class="point">A<ul class="below"><li>B</li></ul></li>',
  )
})

test('points are there at once, or each is a step', () => {
  expect(countSampleSteps(render({}))).toBe(0)
  expect(countSampleSteps(render({ stepwise: true }))).toBe(3)
})

test('more than five points stand in two columns', () => {
  expect(render({ points: many(5) })).toContain('data-columns="1"')
  expect(render({ points: many(6) })).toContain('data-columns="2" style="--rows: 3"')
})

test('fourteen points fit, and more are a fault, as are long ones', () => {
  expect(check({ points: many(14) })).toEqual([])
  expect(check({ points: many(15) })).toEqual([
    'the list has 15 points, and 14 have room; shorten it or make it two slides.',
  ])
  expect(check({ points: many(14, 'Labai ilgas punktas, kuris netelpa '.repeat(4)) })?.[0]).toMatch(
    /^the points \(lt\) need \d+ % of the slide's height; shorten them or make it two slides\.$/,
  )
  expect(check({ points: [] })).toEqual(['points has no point; write one.'])
})

test('any text is only text', () => {
  expect(render({ points: [point(`<script>&"'`)] })).toContain('&lt;script&gt;&amp;&quot;')
})
