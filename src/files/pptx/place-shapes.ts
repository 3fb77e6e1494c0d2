import { isDeepStrictEqual } from 'node:util'
import type {
  MeasuredBox,
  MeasuredDots,
  MeasuredPath,
  Rectangle,
  Stroke,
} from '../../measured/measured-slide.ts'
import { grow, intersect, overlap, SLIDE, unite } from '../../measured/rectangle.ts'
import { boundsOf, cutLines, placePath } from './geometry.ts'
import type { ShapeItem } from './model.ts'

/** Each side, the opposite edge of a strip along it, and the direction in which the strip lies. */
const SIDES = [
  ['top', 'bottom', 1],
  ['right', 'left', -1],
  ['bottom', 'top', -1],
  ['left', 'right', 1],
] as const

/** The frame of a box: at least three equal borders. Other borders become strips. */
export function frameOf({ top, right, bottom, left }: MeasuredBox): Stroke | null {
  const all = [top, right, bottom, left]
  return (
    all.find((one) => one !== null && all.filter((other) => isDeepStrictEqual(one, other)).length >= 3) ??
    null
  )
}

/** Borders outside of the frame, as strips. */
export function stripsOf(box: MeasuredBox): ShapeItem[] {
  const frame = frameOf(box)
  return SIDES.flatMap(([side, opposite, direction]) => {
    const border = box[side]
    if (border === null || isDeepStrictEqual(frame, border)) return []
    const area = { ...box.area, [opposite]: box.area[side] + direction * border.width }
    return placeRectangle(`${box.name} line`, area, { fill: border.color, stroke: null, radius: 0 })
  })
}

/** A box's background with its frame, and its other borders. */
export function placeBox(box: MeasuredBox): ShapeItem[] {
  const { name, area, fill, radius } = box
  const stroke = frameOf(box)
  const isSeen = fill !== null || stroke !== null
  const ground = isSeen ? placeRectangle(name, insetFrame(area, stroke), { fill, stroke, radius }) : []
  return [...ground, ...stripsOf(box)]
}

/** Moves a frame inside: CSS draws a border inside the edge, office programs draw a line on it. */
export function insetFrame(area: Rectangle, stroke: Stroke | null): Rectangle {
  return grow(area, -(stroke?.width ?? 0) / 2)
}

/** A picture's parts. All dots of one colour and size become one shape, at the position of the first. */
export function placeDrawing(parts: readonly (MeasuredPath | MeasuredDots)[]): ShapeItem[] {
  const shapes: ShapeItem[] = []
  const places = new Map<string, number>()
  for (const part of parts) {
    if (part.kind === 'path') {
      shapes.push(...placeOnePath(part))
      continue
    }
    const { name, radius, color, clip } = part
    const key = JSON.stringify([color, radius.toFixed(3)])
    const known = places.get(key) ?? shapes.length
    const before = shapes[known]?.geometry
    const visible = grow(clip, radius)
    const seen = part.points.filter(
      ({ x, y }) => x > visible.left && x < visible.right && y > visible.top && y < visible.bottom,
    )
    if (seen.length === 0) continue
    const points = before?.kind === 'dots' ? [...before.points, ...seen] : seen
    const area = grow(unite(points.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y }))), radius)
    const geometry = { kind: 'dots', points, radius } as const
    places.set(key, known)
    shapes[known] = { kind: 'shape', name, area, alternative: null, geometry, fill: color, stroke: null }
  }
  // The last shape is in front, where the pointer finds it.
  const last = shapes.pop()
  return last === undefined ? [] : [...shapes, { ...last, alternative: parts[0]?.alternative ?? null }]
}

function placeOnePath(part: MeasuredPath): ShapeItem[] {
  const { name, fill, stroke, clip } = part
  const whole = placePath(part)
  const data = fill === null ? cutLines(whole, clip) : whole
  if (data === '') return []
  const geometry = { kind: 'path', data } as const
  return [{ kind: 'shape', name, area: boundsOf(data), alternative: null, geometry, fill, stroke }]
}

/** The part of a rectangle that is on the slide, if any. */
function placeRectangle(
  name: string,
  whole: Rectangle,
  { fill, stroke, radius }: Pick<ShapeItem, 'fill' | 'stroke'> & { readonly radius: number },
): ShapeItem[] {
  if (!overlap(whole, SLIDE)) return []
  const area = intersect(whole, SLIDE)
  return [
    { kind: 'shape', name, area, alternative: null, geometry: { kind: 'rectangle', radius }, fill, stroke },
  ]
}
