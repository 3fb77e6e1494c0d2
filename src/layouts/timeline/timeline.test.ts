import { expect, test } from 'vitest'
import { BASE, marked, plain, useLayout } from '../../../tests/layout-slides.ts'
import { countSampleSteps } from '../../../tests/render-sample.ts'
import { type Point, timeline } from './timeline.ts'

const point: Point = { time: plain('2027'), text: marked('A day') }
const now: Point = { ...point, now: true }
const { render, check } = useLayout(timeline, {
  ...BASE,
  layout: 'timeline',
  title: plain('Years'),
  points: [point, now],
})

test('points before the lit one are passed, those after it open', () => {
  const markup = render({ points: [point, now, point] })
  expect([...markup.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state)).toEqual([
    'passed',
    'lit',
    'open',
  ])
  expect(markup.match(/aria-current="true"/g)).toHaveLength(1)
  expect(render({ points: [point, point] })).not.toContain('aria-current')
})

test('points are there at once, or each is a step', () => {
  expect(countSampleSteps(render())).toBe(0)
  expect(countSampleSteps(render({ stepwise: true }))).toBe(2)
})

test('too few, too many, two lit points and long texts are faults', () => {
  expect(check()).toEqual([])
  expect(check({ points: [point] })).toEqual(['a line needs two points, and points has 1; add one.'])
  expect(check({ points: Array.from({ length: 7 }, () => point) })).toEqual([
    'points has 7, and 6 have room; leave some out or make it two slides.',
  ])
  expect(check({ points: [now, now] })).toEqual(['2 points are marked `now`; mark one.'])
  const long = { ...point, text: marked('Ilgas tekstas '.repeat(60)) }
  expect(check({ points: [long, point] })?.[0]).toMatch(/^the points \(lt\) need \d+ %/)
})
