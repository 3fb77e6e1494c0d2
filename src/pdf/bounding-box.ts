import type { Matrix } from './operators.ts'

/** A rectangle on the page, in points from the page's lower left corner. */
export type BoundingBox = readonly [left: number, bottom: number, right: number, top: number]

type Area = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>

/** The box of a PDF rectangle array. */
export function boxOf({ x, y, width, height }: Area): BoundingBox {
  return [x, y, x + width, y + height]
}

/**
 * The smallest box around points (`x y x y …`) after a matrix has transformed them; undefined without points.
 */
export function boxAround(points: readonly number[], [a, b, c, d, e, f]: Matrix): BoundingBox | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [px = 0, py = 0] = [points[index], points[index + 1]]
    const x = a * px + c * py + e
    const y = b * px + d * py + f
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
  }
  return points.length === 0 ? undefined : [left, bottom, right, top]
}

/** The box's corners as points, `x y x y …`. */
export function corners([left, bottom, right, top]: BoundingBox): number[] {
  return [left, bottom, right, bottom, right, top, left, top]
}

export function grow([left, bottom, right, top]: BoundingBox, by: number): BoundingBox {
  return [left - by, bottom - by, right + by, top + by]
}

export function unite(a: BoundingBox, b: BoundingBox): BoundingBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The intersection of two boxes; undefined where they do not meet. */
export function intersect(a: BoundingBox, b: BoundingBox): BoundingBox | undefined {
  const [left, bottom] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  const [right, top] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined
}
