import type { Matrix } from './operators.ts'

/** A rectangle on the page, in its own units: points from its lower left corner. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

type Corner = readonly [x: number, y: number]

/** The smallest box around points that a matrix has put in place; undefined where there is none. */
export function boxAround(points: readonly Corner[], [a, b, c, d, e, f]: Matrix): Box | undefined {
  if (points.length === 0) return undefined
  const xs = points.map(([x, y]) => a * x + c * y + e)
  const ys = points.map(([x, y]) => b * x + d * y + f)
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

export function corners({ left, bottom, right, top }: Box): Corner[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
}

export function grow({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by }
}

export function unite(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  }
}

/** What two boxes share; undefined where they do not meet. */
export function intersect(a: Box, b: Box): Box | undefined {
  const box = {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  }
  return box.left <= box.right && box.bottom <= box.top ? box : undefined
}
