import type { Rectangle } from '../measured/measured-slide.ts'

export type Side = keyof Rectangle

/** Smaller differences, in pixels, are rounding and not faults. */
export const TOLERANCE = 1.5

/** Whether two boxes share more than `tolerance` pixels in both directions. */
export function overlap(a: Rectangle, b: Rectangle, tolerance = TOLERANCE): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance
  )
}

/** How far `inner` sticks out of `outer` on each side, in pixels; negative where it lies inside. */
export function excess(inner: Rectangle, outer: Rectangle): Readonly<Record<Side, number>> {
  return {
    left: outer.left - inner.left,
    top: outer.top - inner.top,
    right: inner.right - outer.right,
    bottom: inner.bottom - outer.bottom,
  }
}

/** An element's padding box: where `overflow` clips. */
export function paddingBox(element: Element): Rectangle {
  const { left, top } = element.getBoundingClientRect()
  const inner = { left: left + element.clientLeft, top: top + element.clientTop }
  return { ...inner, right: inner.left + element.clientWidth, bottom: inner.top + element.clientHeight }
}

/** Whether a visitor must scroll to see all of the element's content. */
export function scrolls(element: Element): boolean {
  return (
    element.scrollHeight > element.clientHeight &&
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
  )
}
