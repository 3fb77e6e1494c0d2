import type PptxGenJS from 'pptxgenjs'
import { type SVGCommand, SVGPathData } from 'svg-pathdata'
import type { Shape } from './model.ts'

type Outline = NonNullable<PptxGenJS.ShapeProps['points']>

/** A shape's box and its outline in it, in inches. */
export interface Geometry {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly points: Outline
}

/** A hundredth of a slide's width of 13⅓ inches. */
export const UNIT = 40 / 300

/** A shape as PowerPoint draws one: outlines within their own box. */
export function outlineShape(shape: Shape): Geometry {
  return 'circles' in shape ? outlineCircles(shape) : outlinePath(shape.path)
}

/** Each dot is two half circles. */
function outlineCircles({ circles, radius }: Extract<Shape, { circles: unknown }>): Geometry {
  const left = Math.min(...circles.map(({ x }) => x)) - radius
  const top = Math.min(...circles.map(({ y }) => y)) - radius
  const right = Math.max(...circles.map(({ x }) => x)) + radius
  const bottom = Math.max(...circles.map(({ y }) => y)) + radius
  const half = { type: 'arc', hR: radius * UNIT, wR: radius * UNIT, swAng: 180 } as const
  const points = circles.flatMap((circle): Outline => {
    const [y, east, west] = [circle.y - top, circle.x + radius - left, circle.x - radius - left]
    return [
      { x: east * UNIT, y: y * UNIT, moveTo: true },
      { x: west * UNIT, y: y * UNIT, curve: { ...half, stAng: 0 } },
      { x: east * UNIT, y: y * UNIT, curve: { ...half, stAng: 180 } },
      { close: true },
    ]
  })
  return { x: left * UNIT, y: top * UNIT, w: (right - left) * UNIT, h: (bottom - top) * UNIT, points }
}

function outlinePath(data: string): Geometry {
  const path = new SVGPathData(data).toAbs().normalizeHVZ(false).normalizeST().aToC()
  const { minX, minY, maxX, maxY } = path.getBounds()
  const points = path.translate(-minX, -minY).scale(UNIT, UNIT).commands.map(toPoint)
  return { x: minX * UNIT, y: minY * UNIT, w: (maxX - minX) * UNIT, h: (maxY - minY) * UNIT, points }
}

function toPoint(command: SVGCommand): Outline[number] {
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
