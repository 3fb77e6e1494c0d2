import type PptxGenJS from 'pptxgenjs'
import { type SVGCommand, SVGPathData } from 'svg-pathdata'
import type { MeasuredPath, Rectangle } from '../../measured/measured-slide.ts'
import type { Outline } from './model.ts'

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

/** The dots of a path; undefined unless it consists only of lines without length. */
export function findDots(part: Pick<MeasuredPath, 'data' | 'matrix'>): Point[] | undefined {
  const { commands } = new SVGPathData(placePath(part)).toAbs()
  const points: Point[] = []
  for (const command of commands) {
    const last = points.at(-1)
    if (command.type === SVGPathData.MOVE_TO) points.push({ x: command.x, y: command.y })
    else if (command.type !== SVGPathData.LINE_TO || last === undefined) return undefined
    else if (Math.hypot(command.x - last.x, command.y - last.y) > 1e-6) return undefined
  }
  return points
}

/** Removes the parts of straight lines that are outside of `clip`; empty when nothing is left. */
export function cutLines(data: string, clip: Rectangle): string {
  if (data === '' || isInside(boundsOf(data, 0), clip)) return data
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

function isInside(inner: Rectangle, outer: Rectangle): boolean {
  const isWide = inner.left >= outer.left && inner.right <= outer.right
  return isWide && inner.top >= outer.top && inner.bottom <= outer.bottom
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

/** The bounding box of points or of a path. */
export function boundsOf(what: string | readonly Point[], margin: number): Rectangle {
  if (typeof what === 'string') {
    const { minX, minY, maxX, maxY } = new SVGPathData(what).toAbs().getBounds()
    return { left: minX - margin, top: minY - margin, right: maxX + margin, bottom: maxY + margin }
  }
  const [xs, ys] = [what.map(({ x }) => x), what.map(({ y }) => y)]
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  }
}

/** The points of an outline, as PptxGenJS wants them: inside its area, in inches. */
export function outlinePoints(
  outline: Exclude<Outline, { kind: 'rectangle' }>,
  { left, top }: Rectangle,
): Points {
  if (outline.kind === 'dots') return outlineDots(outline, { x: left, y: top })
  const path = new SVGPathData(outline.data).toAbs().translate(-left, -top).scale(UNIT, UNIT)
  return path.commands.map(toPoint)
}

/** Draws each dot as two half circles. */
function outlineDots({ points, radius }: Extract<Outline, { kind: 'dots' }>, from: Point): Points {
  const half = { type: 'arc', hR: radius * UNIT, wR: radius * UNIT, swAng: 180 } as const
  return points.flatMap((point): Points => {
    const [y, east, west] = [point.y - from.y, point.x + radius - from.x, point.x - radius - from.x]
    return [
      { x: east * UNIT, y: y * UNIT, moveTo: true },
      { x: west * UNIT, y: y * UNIT, curve: { ...half, stAng: 0 } },
      { x: east * UNIT, y: y * UNIT, curve: { ...half, stAng: 180 } },
      { close: true },
    ]
  })
}

function toPoint(command: SVGCommand): Points[number] {
  switch (command.type) {
    case SVGPathData.MOVE_TO:
      return { x: command.x, y: command.y, moveTo: true }
    case SVGPathData.LINE_TO:
      return { x: command.x, y: command.y }
    case SVGPathData.CURVE_TO: {
      const { x, y, x1, y1, x2, y2 } = command
      return { x, y, curve: { type: 'cubic', x1, y1, x2, y2 } }
    }
    case SVGPathData.CLOSE_PATH:
      return { close: true }
    default:
      throw new Error(`a drawing's path has a command that PowerPoint does not know (${command.type})`)
  }
}

/** Whether corners of this radius turn a rectangle into a circle. */
export function isCircle(radius: number, { left, top, right, bottom }: Rectangle): boolean {
  return radius > 0 && 2 * radius >= Math.max(right - left, bottom - top) - 1
}
