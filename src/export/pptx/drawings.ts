import { SVGPathData } from 'svg-pathdata'
import { arrangeNetwork, NETWORK_RADIUS, type Point } from '../../render/network.ts'
import type { DrawingItem } from './model.ts'
import { colorOf } from './theme.ts'

/** Radii of the network's dots in its own units: half the strokes of src/styles/base.css. */
export const HUB = 3.2
export const COMPANY = 1.25
const SLIDE = { width: 100, height: 56.25 }

/** Where a picture stands: its middle, and how long one of its own units is. */
export interface Place extends Point {
  readonly scale: number
}

export function place({ x, y }: Point, at: Place): Point {
  return { x: at.x + x * at.scale, y: at.y + y * at.scale }
}

/** SVG path data of a picture as it stands on the slide. */
export function placePath(path: string, at: Place): string {
  return new SVGPathData(path).toAbs().scale(at.scale, at.scale).translate(at.x, at.y).encode()
}

/** Points along a path of one curve, from its beginning on. */
export function dotPath(path: string, count: number): Point[] {
  const [start, curve] = new SVGPathData(path).toAbs().commands
  if (start?.type !== SVGPathData.MOVE_TO || curve?.type !== SVGPathData.CURVE_TO) {
    throw new Error(`"${path}" is not one curve`)
  }
  return Array.from({ length: count }, (_, index) => {
    const t = index / (count - 0.5)
    const mix = (axis: 'x' | 'y') =>
      (1 - t) ** 3 * start[axis] +
      3 * (1 - t) ** 2 * t * curve[`${axis}1`] +
      3 * (1 - t) * t ** 2 * curve[`${axis}2`] +
      t ** 3 * curve[axis]
    return { x: mix('x'), y: mix('y') }
  })
}

export function rectangle({ x, y, w, h }: { x: number; y: number; w: number; h: number }): string {
  return `M${x} ${y}h${w}v${h}h${-w}z`
}

/** The whole network as two drawings, companies behind hubs; `alternative` tells both. Dots off the slide are left out. */
export function drawNetwork(at: Place, ground: 'paper' | 'ink', alternative?: string): DrawingItem[] {
  const clusters = arrangeNetwork()
  const companies = clusters.flatMap((hub) =>
    hub.companies.map(({ x, y }) => ({ x: hub.x + x, y: hub.y + y })),
  )
  const dots = (points: readonly Point[], unit: number) => {
    const radius = unit * at.scale
    const circles = points.map((point) => place(point, at)).filter((point) => isOnSlide(point, radius))
    return { circles, radius }
  }
  return [
    {
      kind: 'drawing',
      name: 'Companies',
      shape: dots(companies, COMPANY),
      fill: colorOf('companies', ground),
    },
    {
      kind: 'drawing',
      name: 'Clusters',
      shape: dots(clusters, HUB),
      fill: colorOf('clusters', ground),
      ...(alternative !== undefined && { alternative }),
    },
  ]
}

/** The largest place for the network in a box. */
export function placeNetwork({ x, y, size }: { x: number; y: number; size: number }): Place {
  return { x: x + size / 2, y: y + size / 2, scale: size / (2 * NETWORK_RADIUS) }
}

function isOnSlide({ x, y }: Point, radius: number): boolean {
  return x > -radius && y > -radius && x < SLIDE.width + radius && y < SLIDE.height + radius
}
