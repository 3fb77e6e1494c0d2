export interface Point {
  readonly x: number
  readonly y: number
}

/** A length with one decimal, as SVG paths need it. */
export function round(value: number): string {
  return String(Number(value.toFixed(1)))
}

/** Draws dots as zero-length strokes with round caps, in one path; nothing draws faster. */
export function dots(points: readonly Point[]): string {
  return points.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')
}
