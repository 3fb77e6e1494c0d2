import type { Matrix } from './operators.ts'

/** A rectangle on the page, in points from the page's lower left corner. */
export interface BoundingBox {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** The box of a PDF rectangle array. */
export function boxOf({
  x,
  y,
  width,
  height,
}: {
  x: number
  y: number
  width: number
  height: number
}): BoundingBox {
  return { left: x, bottom: y, right: x + width, top: y + height }
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
  return points.length === 0 ? undefined : { left, bottom, right, top }
}

/** The box's corners as points, `x y x y …`. */
export function corners({ left, bottom, right, top }: BoundingBox): number[] {
  return [left, bottom, right, bottom, right, top, left, top]
}

export function grow({ left, bottom, right, top }: BoundingBox, by: number): BoundingBox {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by }
}

export function unite(a: BoundingBox, b: BoundingBox): BoundingBox {
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  }
}

/** The intersection of two boxes; undefined where they do not meet. */
export function intersect(a: BoundingBox, b: BoundingBox): BoundingBox | undefined {
  const box = {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  }
  return box.left <= box.right && box.bottom <= box.top ? box : undefined
}
