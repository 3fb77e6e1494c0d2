import type { Rectangle } from './measured-slide.ts'

/** A slide, in CSS pixels. */
export const SLIDE = { left: 0, top: 0, right: 1280, bottom: 720 } as const satisfies Rectangle

/** The intersection of two rectangles. Where they do not meet, its edges have swapped sides. */
export function intersect(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}
