/** A colour with parts between 0 and 1; the alpha is not multiplied into the others. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

export const WHITE: Colour = { red: 1, green: 1, blue: 1, alpha: 1 }
export const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 }
export const CLEAR: Colour = { red: 0, green: 0, blue: 0, alpha: 0 }

const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
const known = new Map<string, Colour>()

/** Reads any CSS colour by painting it. */
export function parseColour(css: string): Colour {
  const seen = known.get(css)
  if (seen !== undefined) return seen
  if (pen === null) throw new Error('the browser has no canvas to read colours with')
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = css
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = [...pen.getImageData(0, 0, 1, 1).data].map(
    (part) => part / 255,
  )
  const colour = { red, green, blue, alpha }
  known.set(css, colour)
  return colour
}

/** The colour that results when `upper` lies on `lower`. */
export function blend(upper: Colour, lower: Colour): Colour {
  const alpha = upper.alpha + lower.alpha * (1 - upper.alpha)
  if (alpha === 0) return CLEAR
  const mix = (part: 'red' | 'green' | 'blue') =>
    (upper[part] * upper.alpha + lower[part] * lower.alpha * (1 - upper.alpha)) / alpha
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha }
}

/** Contrast ratio of two opaque colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** How much light a colour gives, 0 to 1. */
export function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
