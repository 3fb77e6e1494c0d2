import type PptxGenJS from 'pptxgenjs'
import { type SVGCommand, SVGPathData } from 'svg-pathdata'
import type { MeasuredPath, Rectangle } from '../../measured/measured-slide.ts'
import { intersect } from '../../measured/rectangle.ts'
import type { Geometry } from './model.ts'

interface Point {
  readonly x: number
  readonly y: number
}
type Points = NonNullable<PptxGenJS.ShapeProps['points']>

/** A pixel of the slide in inches: a slide is 13⅓ inches wide. */
export const UNIT = 1 / 96

/** A part's path in the slide's coordinates: lines and cubic curves. */
export function placePath({ data, matrix }: Pick<MeasuredPath, 'data' | 'matrix'>): string {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const path = new SVGPathData(data).toAbs().normalizeHVZ(false).normalizeST().aToC()
  return path.matrix(a, b, c, d, e, f).encode()
}

/** Removes the parts of straight lines that are outside of `clip`; empty when nothing is left. */
export function cutLines(data: string, clip: Rectangle): string {
  const isInside = (area: Rectangle) => JSON.stringify(intersect(area, clip)) === JSON.stringify(area)
  if (data === '' || isInside(boundsOf(data))) return data
  const kept: SVGCommand[] = []
  let at: Point = { x: 0, y: 0 }
  let pen: Point | undefined
  const start = (point: Point) => {
    if (pen === undefined || pen.x !== point.x || pen.y !== point.y) {
      kept.push({ type: SVGPathData.MOVE_TO, relative: false, ...point })
    }
  }
  // The line that closes a path counts as a line, too.
  for (const command of new SVGPathData(data).toAbs().normalizeHVZ(true).commands) {
    if (command.type === SVGPathData.LINE_TO) {
      const seen = cutLine(at, command, clip)
      if (seen !== undefined) {
        start(seen.from)
        kept.push({ type: SVGPathData.LINE_TO, relative: false, ...seen.to })
        pen = seen.to
      }
    } else if (command.type === SVGPathData.CURVE_TO) {
      start(at)
      kept.push(command)
      pen = { x: command.x, y: command.y }
    } else if (command.type !== SVGPathData.MOVE_TO) {
      kept.push(command)
    }
    if ('x' in command && 'y' in command) at = { x: command.x, y: command.y }
  }
  return new SVGPathData(kept).encode()
}

/** Clips one line with the Liang–Barsky algorithm. */
function cutLine(from: Point, to: Point, clip: Rectangle): { from: Point; to: Point } | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const edges = [
    { p: -dx, q: from.x - clip.left },
    { p: dx, q: clip.right - from.x },
    { p: -dy, q: from.y - clip.top },
    { p: dy, q: clip.bottom - from.y },
  ]
  if (edges.some(({ p, q }) => p === 0 && q < 0)) return undefined
  const begin = Math.max(0, ...edges.filter(({ p }) => p < 0).map(({ p, q }) => q / p))
  const end = Math.min(1, ...edges.filter(({ p }) => p > 0).map(({ p, q }) => q / p))
  if (begin >= end) return undefined
  const along = (t: number) => ({ x: from.x + t * dx, y: from.y + t * dy })
  return { from: begin === 0 ? from : along(begin), to: end === 1 ? { x: to.x, y: to.y } : along(end) }
}

/** The bounding box of a path. */
export function boundsOf(data: string): Rectangle {
  const { minX, minY, maxX, maxY } = new SVGPathData(data).toAbs().getBounds()
  return { left: minX, top: minY, right: maxX, bottom: maxY }
}

/** The points of a geometry, as PptxGenJS wants them: inside its area, in inches. */
export function geometryPoints(
  geometry: Exclude<Geometry, { kind: 'rectangle' }>,
  { left, top }: Rectangle,
): Points {
  if (geometry.kind === 'path') {
    const path = new SVGPathData(geometry.data).toAbs().translate(-left, -top).scale(UNIT, UNIT)
    return path.commands.map(toPoint)
  }
  const { points, radius } = geometry
  const half = { type: 'arc', hR: radius * UNIT, wR: radius * UNIT, swAng: 180 } as const
  // Each dot is two half circles.
  return points.flatMap((point): Points => {
    const [y, east, west] = [point.y - top, point.x + radius - left, point.x - radius - left]
    return [
      { x: east * UNIT, y: y * UNIT, moveTo: true },
      { x: west * UNIT, y: y * UNIT, curve: { ...half, stAng: 0 } },
      { x: east * UNIT, y: y * UNIT, curve: { ...half, stAng: 180 } },
      { close: true },
    ]
  })
}

function toPoint(command: SVGCommand): Points[number] {
  if (command.type === SVGPathData.CLOSE_PATH) return { close: true }
  if (command.type === SVGPathData.LINE_TO) return { x: command.x, y: command.y }
  if (command.type === SVGPathData.MOVE_TO) return { x: command.x, y: command.y, moveTo: true }
  if (command.type !== SVGPathData.CURVE_TO)
    throw new Error(`a drawing's path has a command that PowerPoint does not know (${command.type})`)
  const { x, y, x1, y1, x2, y2 } = command
  return { x, y, curve: { type: 'cubic', x1, y1, x2, y2 } }
}

/** Whether corners of this radius turn a rectangle into a circle. */
export function isCircle(radius: number, { left, top, right, bottom }: Rectangle): boolean {
  return radius > 0 && 2 * radius >= Math.max(right - left, bottom - top) - 1
}
