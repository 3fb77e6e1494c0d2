import type { Rectangle } from './measured-slide.ts'

/** A slide, in CSS pixels. */
export const SLIDE: Rectangle = { left: 0, top: 0, right: 1280, bottom: 720 }

/** The intersection of two rectangles. Where they do not meet, its edges have swapped sides. */
export function intersect(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

/** Whether two rectangles share more than `least` pixels in both directions. */
export function overlap(one: Rectangle, other: Rectangle, least = 0): boolean {
  const { left, top, right, bottom } = intersect(one, other)
  return right - left > least && bottom - top > least
}

/** The smallest rectangle around all of these. */
export function unite(areas: readonly Rectangle[]): Rectangle {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  }
}

/** Moves each edge out by so many pixels, or in. */
export function grow({ left, top, right, bottom }: Rectangle, by: number): Rectangle {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}
