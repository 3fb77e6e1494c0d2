import type { MeasuredRun } from '../../measured/measured-slide.ts'

/**
 * The deck's own families are on hardly any computer, and a font that is missing is replaced by any other. Arial is on
 * all of them, or one of the same widths. The slides are measured in it.
 */
export const FONT = 'Arial'

/** How large Arial is where it makes lines as long as each of the deck's families: the page's `size-adjust`. */
export const SIZE_ADJUST: Readonly<Record<string, number>> = {
  'Bricolage Grotesque': 0.96,
  'Instrument Sans': 0.99,
}

/** The size of a run's type in the file, in pixels. */
export function sizeOf({ family, size }: Pick<MeasuredRun, 'family' | 'size'>): number {
  return size * (SIZE_ADJUST[family] ?? 1)
}

/** Of Arial, in sizes of type: what a line of 100 % is to LibreOffice, what of it is above the baseline, and below. */
const NATURAL_LINE = 1.195
const ABOVE = 0.905
const BELOW = 0.212

/** How a paragraph's lines are set: `leading` from one to the next, `size` of the type in the file, in pixels. */
export interface Leading {
  readonly leading: number
  readonly size: number
}

/** Height of a line as office programs count it: 1 is what the font itself asks for. */
export function spacingOf({ leading, size }: Leading): number {
  return leading / naturalLeading(size)
}

/** Of a type, in pixels. */
export function naturalLeading(size: number): number {
  return size * NATURAL_LINE
}

/** From the upper edge of a first line to its baseline: office programs put extra space above, CSS halves it. */
export function ascentOf(line: Leading): number {
  return spacingOf(line) < 1 ? (line.leading * ABOVE) / (ABOVE + BELOW) : line.leading - line.size * BELOW
}

/** From the baseline to the lower edge. */
export function descentOf(line: Leading): number {
  return line.leading - ascentOf(line)
}
