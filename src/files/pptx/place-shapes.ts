import type {
  MeasuredBox,
  MeasuredColor,
  MeasuredDots,
  MeasuredImage,
  MeasuredPath,
  Rectangle,
} from '../../measured/measured-slide.ts'
import { intersect, SLIDE } from '../../measured/rectangle.ts'
import { boundsOf, cutLines, findDots, placePath } from './geometry.ts'
import type { ImageItem, ShapeItem, Stroke } from './model.ts'

type Side = 'top' | 'right' | 'bottom' | 'left'
const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left']

/** The frame of a box: at least three equal borders. Other borders become strips. */
export function frameOf(box: MeasuredBox): Stroke | undefined {
  const { top, right, bottom, left } = box
  const all = [top, right, bottom, left]
  return (
    all.find((one) => one !== null && all.filter((other) => isAlike(one, other)).length >= 3) ?? undefined
  )
}

/** Borders outside of the frame, as strips. */
export function stripsOf(box: MeasuredBox): ShapeItem[] {
  const frame = frameOf(box)
  return SIDES.flatMap((side): ShapeItem[] => {
    const border = box[side]
    if (border === null || (frame !== undefined && isAlike(frame, border))) return []
    const area = intersect(stripArea(box.area, side, border.width), SLIDE)
    return isEmpty(area)
      ? []
      : [
          {
            kind: 'shape',
            name: `${box.name} line`,
            area,
            geometry: { kind: 'rectangle', radius: 0 },
            fill: border.color,
          },
        ]
  })
}

/** A box's background with its frame, and its other borders. */
export function placeBox(box: MeasuredBox): ShapeItem[] {
  const stroke = frameOf(box)
  const strips = stripsOf(box)
  if (box.fill === null && stroke === undefined) return strips
  const area = intersect(insetFrame(box.area, stroke), SLIDE)
  if (isEmpty(area)) return strips
  return [
    {
      kind: 'shape',
      name: box.name,
      area,
      geometry: { kind: 'rectangle', radius: box.radius },
      ...(box.fill !== null && { fill: box.fill }),
      ...(stroke !== undefined && { stroke }),
    },
    ...strips,
  ]
}

/** Moves a frame inside: CSS draws a border inside the edge, office programs draw a line on it. */
export function insetFrame(area: Rectangle, stroke: Stroke | undefined): Rectangle {
  const by = (stroke?.width ?? 0) / 2
  return { left: area.left + by, top: area.top + by, right: area.right - by, bottom: area.bottom - by }
}

/** A picture's parts. All dots of one colour and size become one shape, at the position of the first. */
export function placeDrawing(parts: readonly (MeasuredPath | MeasuredDots)[]): ShapeItem[] {
  const shapes: ShapeItem[] = []
  const places = new Map<string, number>()
  for (const part of parts.map(toDots)) {
    if (part.kind === 'path') {
      shapes.push(...placeOnePath(part))
      continue
    }
    const key = JSON.stringify([part.color, part.radius.toFixed(3)])
    const known = places.get(key)
    const before = known === undefined ? undefined : shapes[known]
    const points = part.points.filter((point) => isSeen(point, part))
    if (points.length === 0) continue
    const all = before?.geometry.kind === 'dots' ? [...before.geometry.points, ...points] : points
    const shape: ShapeItem = {
      kind: 'shape',
      name: part.name,
      area: boundsOf(all, part.radius),
      geometry: { kind: 'dots', points: all, radius: part.radius },
      fill: part.color,
    }
    if (known === undefined) places.set(key, shapes.push(shape) - 1)
    else shapes[known] = shape
  }
  const alternative = parts[0]?.alternative
  // The last shape is in front, where the pointer finds it.
  return shapes.map((shape, index) =>
    alternative && index === shapes.length - 1 ? { ...shape, alternative } : shape,
  )
}

export function placeImage({ name, data, area, drawn, alternative }: MeasuredImage): ImageItem {
  return { kind: 'image', name, data, area, drawn, ...(alternative !== '' && { alternative }) }
}

function toDots(part: MeasuredPath | MeasuredDots): MeasuredPath | MeasuredDots {
  if (part.kind === 'dots' || part.stroke === null || !part.stroke.round) return part
  const points = findDots(part)
  if (points === undefined) return part
  const { name, layer, master, picture, alternative, clip, stroke } = part
  return {
    kind: 'dots',
    name,
    layer,
    master,
    picture,
    alternative,
    clip,
    points,
    radius: stroke.width / 2,
    color: stroke.color,
  }
}

function placeOnePath(part: MeasuredPath): ShapeItem[] {
  const data = placePath(part)
  const seen = part.fill === null ? cutLines(data, part.clip) : data
  if (seen === '') return []
  return [
    {
      kind: 'shape',
      name: part.name,
      area: boundsOf(seen, 0),
      geometry: { kind: 'path', data: seen },
      ...(part.fill !== null && { fill: part.fill }),
      ...(part.stroke !== null && { stroke: { color: part.stroke.color, width: part.stroke.width } }),
    },
  ]
}

function isSeen({ x, y }: { x: number; y: number }, { clip, radius }: MeasuredDots): boolean {
  return (
    x > clip.left - radius && x < clip.right + radius && y > clip.top - radius && y < clip.bottom + radius
  )
}

function isAlike(one: Border | null, other: Border | null): boolean {
  return (
    one !== null &&
    other !== null &&
    one.width === other.width &&
    one.color.hex === other.color.hex &&
    one.color.alpha === other.color.alpha
  )
}
interface Border {
  readonly width: number
  readonly color: MeasuredColor
}

function stripArea(area: Rectangle, side: Side, width: number): Rectangle {
  const opposite = {
    top: area.top + width,
    bottom: area.bottom - width,
    left: area.left + width,
    right: area.right - width,
  }
  const moved = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const
  return { ...area, [moved[side]]: opposite[side] }
}

function isEmpty({ left, top, right, bottom }: Rectangle): boolean {
  return right <= left || bottom <= top
}
