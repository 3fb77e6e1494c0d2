import type { Rectangle } from '../measured/measured-slide.ts'

export type Side = keyof Rectangle

/** Smaller differences, in pixels, are rounding and not faults. */
export const TOLERANCE = 1.5

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
