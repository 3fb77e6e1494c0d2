import { expect, test } from 'vitest'
import type { MeasuredBox, MeasuredPath } from '../../measured/measured-slide.ts'
import { placeBox, placeDrawing } from './place-shapes.ts'

const ink = { hex: '0D1B2A', alpha: 1 }
const green = { hex: '0A7D55', alpha: 1 }
const line = { width: 2, color: ink }

function box(changes: Partial<MeasuredBox>): MeasuredBox {
  return {
    kind: 'box',
    name: 'Plate',
    layer: 0,
    master: false,
    id: 1,
    radius: 0,
    fill: null,
    top: null,
    right: null,
    bottom: null,
    left: null,
    area: { left: 100, top: 100, right: 300, bottom: 200 },
    ...changes,
  }
}

test('equal borders become a frame; a different border becomes a strip', () => {
  const edge = { width: 6, color: green }
  const shapes = placeBox(box({ fill: ink, top: edge, right: line, bottom: line, left: line }))
  expect(shapes.map(({ fill, stroke }) => [fill, stroke])).toEqual([
    [ink, line],
    [green, undefined],
  ])
  expect(shapes[1]?.area).toEqual({ left: 100, top: 100, right: 300, bottom: 106 })
})

test('a single border becomes a strip, cut off at the slide’s edges', () => {
  const shapes = placeBox(box({ bottom: line, area: { left: -500, top: 100, right: 2000, bottom: 200 } }))
  expect(shapes.map(({ area }) => area)).toEqual([{ left: 0, top: 198, right: 1280, bottom: 200 }])
})

function part(data: string, changes: Partial<MeasuredPath> = {}): MeasuredPath {
  return {
    kind: 'path',
    name: 'Network',
    layer: 0,
    master: false,
    picture: 1,
    alternative: 'Dots',
    fill: null,
    data,
    matrix: [1, 0, 0, 1, 0, 0],
    stroke: { color: ink, width: 4, round: true },
    clip: { left: 0, top: 0, right: 100, bottom: 100 },
    ...changes,
  }
}

test('visible dots of one colour become one shape; the last shape has the alternative of all', () => {
  const shapes = placeDrawing([
    part('M10 10h0'),
    part('M20 20h0', { stroke: { color: green, width: 4, round: true } }),
    part('M30 30h0M101 10h0M200 10h0'),
  ])
  const dots = shapes.map(({ geometry, fill }) => [
    geometry.kind === 'dots' && geometry.points.map(({ x }) => x),
    fill,
  ])
  expect(dots).toEqual([
    [[10, 30, 101], ink],
    [[20], green],
  ])
  expect(shapes.map(({ alternative }) => alternative)).toEqual([undefined, 'Dots'])
})
