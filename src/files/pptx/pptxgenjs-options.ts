import type PptxGenJS from 'pptxgenjs'
import type { MeasuredColor, Rectangle } from '../../measured/measured-slide.ts'
import { isCircle, UNIT } from './geometry.ts'
import type { Paragraph, TextItem, TextRun } from './model.ts'
import { nameColor } from './theme.ts'

/** A pixel of the slide in points. */
const POINTS = 0.75

/** Text that another font or an editor makes too long shrinks instead of leaving its box. */
export const FIT = 'shrink'

/** The theme's fonts, by the theme's own names for them. */
export const FONTS = { display: '+mj-lt', text: '+mn-lt' } as const

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
    ...(card !== undefined && {
      ...shapeOf(card.radius, area),
      fill: fillOf(card.fill),
      ...(card.frame && { line: { ...fillOf(card.frame.color), width: points(card.frame.width) } }),
    }),
  }
}

export function toProps(paragraphs: readonly Paragraph[], numbers: Numbers): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.runs.map((run, nth): PptxGenJS.TextProps => {
      const isLast = nth === paragraph.runs.length - 1
      const options = { ...runOptions(run), ...paragraphOptions(paragraph), ...flowOptions(run, numbers) }
      const { marker } = paragraph
      return {
        text: run.text,
        options: {
          ...options,
          ...(marker &&
            nth === 0 && {
              bullet:
                marker.kind === 'number'
                  ? { type: 'number', numberStartAt: marker.start, indent: points(marker.indent) }
                  : { indent: points(marker.indent) },
              indentLevel: marker.level,
            }),
          breakLine: isLast && index < paragraphs.length - 1,
        },
      }
    }),
  )
}

export function runOptions({
  size,
  font,
  color,
  bold,
  italic,
  tracking,
  lang,
}: TextRun): PptxGenJS.TextPropsOptions {
  return {
    fontSize: Math.round(size * POINTS * 10) / 10,
    fontFace: FONTS[font],
    color: nameColor(color),
    lang,
    ...(color.alpha < 1 && { transparency: transparencyOf(color) }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(tracking !== 0 && { charSpacing: points(tracking) }),
  }
}

export function paragraphOptions({ align, spacing, before }: Paragraph): PptxGenJS.TextPropsOptions {
  return {
    align,
    lineSpacingMultiple: Math.round(spacing * 1000) / 1000,
    ...(before > 0 && { paraSpaceBefore: points(before) }),
  }
}

/** A run's options besides its style: its link, and whether it starts a line. */
export function flowOptions(run: TextRun, numbers: Numbers): PptxGenJS.TextPropsOptions {
  return { ...linkOptions(run, numbers), ...(run.isNewLine && { softBreakBefore: true }) }
}

/** The options of a link. A link to a slide that the file lacks becomes plain text. */
function linkOptions({ href }: TextRun, numbers: Numbers): PptxGenJS.TextPropsOptions {
  if (href === undefined) return {}
  if (!href.startsWith('#')) return { hyperlink: { url: href, tooltip: href.replace(/^mailto:/, '') } }
  const slide = numbers.get(href)
  return slide === undefined ? {} : { hyperlink: { slide } }
}

/** A rectangle, a rounded one, or, with a radius of half its side, a circle. */
export function shapeOf(radius: number, area: Rectangle) {
  if (radius === 0) return { shape: 'rect' } as const
  return isCircle(radius, area)
    ? ({ shape: 'ellipse' } as const)
    : ({ shape: 'roundRect', rectRadius: radius * UNIT } as const)
}

export function fillOf(color: MeasuredColor): { color: string; transparency?: number } {
  return { color: nameColor(color), ...(color.alpha < 1 && { transparency: transparencyOf(color) }) }
}

const transparencyOf = ({ alpha }: MeasuredColor) => Math.round((1 - alpha) * 100)

export function points(pixels: number): number {
  return Math.round(pixels * POINTS * 100) / 100
}

export function inInches({ left, top, right, bottom }: Rectangle) {
  return { x: left * UNIT, y: top * UNIT, w: (right - left) * UNIT, h: (bottom - top) * UNIT }
}
