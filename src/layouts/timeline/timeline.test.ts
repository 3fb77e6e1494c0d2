import { expect, test } from 'vitest'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'
import { md } from '../../deck/markdown.ts'
import { type Point, type TimelineSlide, timeline } from './timeline.ts'

const point: Point = { time: { lt: '2027 m.', en: '2027' }, text: { lt: md`Diena`, en: md`A day` } }
const now: Point = { ...point, now: true }
const slide = (points: readonly Point[], fields: Partial<TimelineSlide> = {}): TimelineSlide => ({
  layout: 'timeline',
  title: { lt: 'Metai', en: 'Years' },
  points,
  minutes: 1,
  notes: point.text,
  ...fields,
})
const render = (points: readonly Point[], fields?: Partial<TimelineSlide>) =>
  renderSample('bendrija', { fields: slide(points, fields) })
const check = (points: readonly Point[]) => timeline.check?.(slide(points), {} as never)

test('points before the lit one are passed, those after it open', () => {
  const markup = render([point, now, point])
  expect([...markup.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state)).toEqual([
    'passed',
    'lit',
    'open',
  ])
  expect(markup.match(/aria-current="true"/g)).toHaveLength(1)
  expect(render([point, point])).not.toContain('aria-current')
})

test('points are there at once, or each is a step', () => {
  expect(countSampleSteps(render([point, now]))).toBe(0)
  expect(countSampleSteps(render([point, now], { stepwise: true }))).toBe(2)
})

test('too few, too many, two lit points and long texts are faults', () => {
  expect(check([point, now])).toEqual([])
  expect(check([point])).toEqual(['a line needs two points, and points has 1; add one.'])
  expect(check(Array.from({ length: 7 }, () => point))).toEqual([
    'points has 7, and 6 have room; leave some out or make it two slides.',
  ])
  expect(check([now, now])).toEqual(['2 points are marked `now`; mark one.'])
  const long = { ...point, text: { lt: md`${'Ilgas tekstas '.repeat(60)}`, en: md`x` } }
  expect(check([long, point])?.[0]).toMatch(/^the points \(lt\) need \d+ %/)
})
