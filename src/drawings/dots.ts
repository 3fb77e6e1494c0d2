export interface Point {
  readonly x: number
  readonly y: number
}

/** A length with one decimal, as paths carry it. */
export function round(value: number): string {
  return String(Number(value.toFixed(1)))
}

/** Dots as zero-length strokes of one path: with round caps each is a dot, and the cheapest one to draw. */
export function dots(points: readonly Point[]): string {
  return points.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')
}
