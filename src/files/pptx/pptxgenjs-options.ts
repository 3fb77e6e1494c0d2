import type PptxGenJS from 'pptxgenjs'
import type { MeasuredColor, Rectangle, Stroke } from '../../measured/measured-slide.ts'
import { findLocale } from '../../strings/strings.ts'
import { isCircle, UNIT } from './geometry.ts'
import { DISPLAY, SYMBOL_FONT, sizeOf } from './metrics.ts'
import type { Paragraph, TextItem, TextRun } from './model.ts'
import { nameColor } from './theme.ts'

/** A pixel of the slide in points. */
const POINTS = 0.75

/** Text that another font or an editor makes too long shrinks instead of leaving its box. */
export const FIT = 'shrink'

/** The number of each slide in the file by its id in the deck, for links. */
export type Numbers = ReadonlyMap<string, number>

export function boxOptions({ name, area, anchor, shrinks, card }: TextItem): PptxGenJS.TextPropsOptions {
  const { left, top, right, bottom } = card?.inset ?? { left: 0, top: 0, right: 0, bottom: 0 }
  return {
    objectName: name,
    ...inInches(area),
    isTextBox: card === undefined,
    valign: anchor,
    // The order is left, right, bottom, top, whatever the library's types say.
    margin: [points(left), points(right), points(bottom), points(top)],
    ...(shrinks && { fit: FIT }),
    ...(card && { ...shapeOf(card.radius, area), fill: fillOf(card.fill), ...lineOf(card.frame) }),
  }
}

export function toProps(paragraphs: readonly Paragraph[], numbers: Numbers): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.runs.map((run, nth) => {
      const isEnd = nth === paragraph.runs.length - 1 && index < paragraphs.length - 1
      const mark = nth === 0 ? markOptions(paragraph) : {}
      const options = { ...runOptions(run), ...paragraphOptions(paragraph), ...flowOptions(run, numbers) }
      return { text: run.text, options: { ...options, ...mark, breakLine: isEnd } }
    }),
  )
}

function markOptions({ marker }: Paragraph): PptxGenJS.TextPropsOptions {
  if (marker === null) return {}
  const indent = points(marker.indent)
  const isNumber = marker.kind === 'number'
  return {
    bullet: isNumber ? { type: 'number', numberStartAt: marker.start, indent } : { indent },
    indentLevel: marker.level,
  }
}

export function runOptions(run: TextRun): PptxGenJS.TextPropsOptions {
  const { family, color, bold, italic, tracking, lang } = run
  return {
    fontSize: Math.round(sizeOf(run) * POINTS * 10) / 10,
    // The theme's names for its two fonts.
    fontFace: family === SYMBOL_FONT ? family : family === DISPLAY ? '+mj-lt' : '+mn-lt',
    ...fillOf(color),
    lang: findLocale(lang),
    bold,
    italic,
    charSpacing: points(tracking),
  }
}

export function paragraphOptions({ align, spacing, before }: Paragraph): PptxGenJS.TextPropsOptions {
  const lineSpacingMultiple = Math.round(spacing * 1000) / 1000
  return { align, lineSpacingMultiple, paraSpaceBefore: points(before) }
}

/** A run's link, and whether it starts a line. A link to a slide that the file lacks becomes plain text. */
export function flowOptions({ href, isNewLine }: TextRun, numbers: Numbers): PptxGenJS.TextPropsOptions {
  const flow = { softBreakBefore: isNewLine }
  if (href === null) return flow
  if (!href.startsWith('#'))
    return { ...flow, hyperlink: { url: href, tooltip: href.replace(/^mailto:/, '') } }
  const slide = numbers.get(href)
  return slide === undefined ? flow : { ...flow, hyperlink: { slide } }
}

/** A rectangle, a rounded one, or, with a radius of half its side, a circle. */
export function shapeOf(radius: number, area: Rectangle) {
  if (radius === 0) return { shape: 'rect' } as const
  return isCircle(radius, area)
    ? ({ shape: 'ellipse' } as const)
    : ({ shape: 'roundRect', rectRadius: radius * UNIT } as const)
}

export function fillOf(color: MeasuredColor) {
  return { color: nameColor(color), transparency: Math.round((1 - color.alpha) * 100) }
}

export function lineOf(stroke: Stroke | null) {
  return stroke === null ? {} : { line: { ...fillOf(stroke.color), width: points(stroke.width) } }
}

export function points(pixels: number): number {
  return Math.round(pixels * POINTS * 100) / 100
}

export function inInches({ left, top, right, bottom }: Rectangle) {
  return { x: left * UNIT, y: top * UNIT, w: (right - left) * UNIT, h: (bottom - top) * UNIT }
}
