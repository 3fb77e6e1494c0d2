import type { MeasuredParagraph, MeasuredRun } from '../../measured/measured-slide.ts'

/**
 * Few computers have the deck's own families, and a program replaces a missing font by any other. All have
 * Arial or a font with the same widths, so the slides are measured in it.
 */
export const FONT = 'Arial'

/** The font of symbols that Arial lacks. Windows has it; other systems put a font of their own in its place. */
export const SYMBOL_FONT = 'Segoe UI Symbol'

/** Arrows, technical signs, shapes, dingbats. */
export const SYMBOLS = /([\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff]+)/

/** The family of titles, which the theme's other font stands for. */
export const DISPLAY = 'Bricolage Grotesque'

/**
 * The scale at which Arial's lines are as long as those of each of the deck's families: the page's
 * `size-adjust`.
 */
export const SIZE_ADJUST: Readonly<Record<string, number>> = {
  [DISPLAY]: 0.96,
  'Instrument Sans': 0.99,
}

/** The font size of a run in the file, in pixels. */
export function sizeOf({ family, size }: Pick<MeasuredRun, 'family' | 'size'>): number {
  return size * (SIZE_ADJUST[family] ?? 1)
}

/**
 * Arial's metrics as multiples of the font size: LibreOffice's line at 100 %, and its parts above and below
 * the baseline.
 */
const NATURAL_LINE = 1.195
const ABOVE = 0.905
const BELOW = 0.212

type Line = Pick<MeasuredParagraph, 'leading' | 'runs'>

/** The size of a paragraph's largest letters in the file, in pixels. */
export function largestOf({ runs }: Pick<Line, 'runs'>): number {
  return Math.max(...runs.map(sizeOf))
}

/** A paragraph's line spacing in an office program's unit, where 1 is the font's own. */
export function spacingOf(line: Line): number {
  return line.leading / naturalLeading(largestOf(line))
}

/** The font's own line spacing, in pixels. */
export function naturalLeading(size: number): number {
  return size * NATURAL_LINE
}

/**
 * From a first line's upper edge to its baseline. Office programs put all extra space above, CSS half of it.
 */
export function ascentOf(line: Line): number {
  const { leading } = line
  return spacingOf(line) < 1 ? (leading * ABOVE) / (ABOVE + BELOW) : leading - largestOf(line) * BELOW
}

/** From the baseline to the line's lower edge. */
export function descentOf(line: Line): number {
  return line.leading - ascentOf(line)
}
