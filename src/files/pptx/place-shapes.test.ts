import { expect, test } from 'vitest'
import { box, dots } from '../../../tests/measured-items.ts'
import { placeBox, placeDrawing } from './place-shapes.ts'

const ink = { hex: '0D1B2A', alpha: 1 }
const green = { hex: '0A7D55', alpha: 1 }
const line = { width: 2, color: ink }

test('equal borders become a frame; a different border becomes a strip', () => {
  const edge = { width: 6, color: green }
  const shapes = placeBox(box({ fill: ink, top: edge, right: line, bottom: line, left: line }))
  expect(shapes.map(({ fill, stroke }) => [fill, stroke])).toEqual([
    [ink, line],
    [green, null],
  ])
  expect(shapes[1]?.area).toEqual({ left: 100, top: 100, right: 300, bottom: 106 })
})

test('a single border becomes a strip, cut off at the slide’s edges', () => {
  const shapes = placeBox(box({ bottom: line, area: { left: -500, top: 100, right: 2000, bottom: 200 } }))
  expect(shapes.map(({ area }) => area)).toEqual([{ left: 0, top: 198, right: 1280, bottom: 200 }])
})

test('visible dots of one colour become one shape; the last shape has the alternative of all', () => {
  const shapes = placeDrawing([dots([10]), dots([20], green), dots([30, 101, 200])])
  const placed = shapes.map(({ geometry, fill }) => [
    geometry.kind === 'dots' && geometry.points.map(({ x }) => x),
    fill,
  ])
  expect(placed).toEqual([
    [[10, 30, 101], ink],
    [[20], green],
  ])
  expect(shapes.map(({ alternative }) => alternative)).toEqual([null, 'Dots'])
})
