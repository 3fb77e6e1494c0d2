import { setImmediate } from 'node:timers/promises'
import PptxGenJS from 'pptxgenjs'
import type { MeasuredColor, Rectangle } from '../measured/measured-slide.ts'
import { finishPptx } from './finish-pptx.ts'
import { outlinePoints, UNIT } from './geometry.ts'
import { FONT } from './metrics.ts'
import type {
  ImageItem,
  Item,
  Master,
  Paragraph,
  Presentation,
  ShapeItem,
  TableCell,
  TableItem,
  TextItem,
  TextRun,
} from './model.ts'
import { nameColor } from './theme.ts'

/** A pixel of the slide in points. */
const POINTS = 0.75

/** A shape with an outline of its own; the library's types do not list what its documentation does. */
const CUSTOM = String('custGeom') as PptxGenJS.SHAPE_NAME

/** Text that another font, or an editor, makes too long becomes smaller instead of leaving its box. */
const FIT = 'shrink'

/** Fonts of the theme, by its own names for them. */
const FONTS = { display: '+mj-lt', text: '+mn-lt' } as const

/**
 * A presentation as a PowerPoint file: 16:9, 13⅓ × 7½ inches. `date` is what the file says of its making; the same
 * presentation gives the same bytes.
 */
export async function writePptx(presentation: Presentation, date: Date | undefined): Promise<Uint8Array> {
  const pptx = new PptxGenJS()
  pptx.layout = 'LAYOUT_WIDE'
  pptx.title = presentation.title
  pptx.author = presentation.author
  pptx.company = presentation.company
  pptx.subject = presentation.subject
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT }
  for (const master of presentation.masters) defineMaster(pptx, master)
  const numbers = new Map(presentation.slides.map(({ id }, index) => [`#${id}`, index + 1]))
  for (const { master, titleRuns, items, notes } of presentation.slides) {
    const slide = pptx.addSlide({ masterName: master.name })
    slide.addText(
      titleRuns.map(({ text, lang }) => ({ text, options: { lang } })),
      { placeholder: 'title', objectName: 'Title', fit: FIT },
    )
    for (const item of items) addItem(slide, item, numbers)
    if (notes.length > 0) slide.addNotes(notes.join('\n'))
    await setImmediate() // whoever drives the browser has a turn between two slides
  }
  const written = await pptx.write({ outputType: 'uint8array', compression: false })
  if (!(written instanceof Uint8Array)) throw new Error('PptxGenJS did not write bytes')
  return finishPptx(written, presentation, date)
}

function defineMaster(pptx: PptxGenJS, { name, ground, title, items, number }: Master): void {
  const [paragraph] = title.paragraphs
  const [run] = paragraph?.runs ?? []
  if (paragraph === undefined || run === undefined) throw new Error(`the layout "${name}" has no title`)
  const [style] = number?.paragraphs ?? []
  const [digits] = style?.runs ?? []
  pptx.defineSlideMaster({
    title: name,
    background: { color: nameColor(ground) },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...inInches(title.area),
            ...runOptions(run),
            ...paragraphOptions(paragraph),
            valign: 'top',
            margin: 0,
          },
          text: '',
        },
      },
      ...items.map((item) => ({ text: masterText(item) })),
    ],
    ...(number !== undefined &&
      style !== undefined &&
      digits !== undefined && {
        slideNumber: {
          ...inInches(number.area),
          fontSize: points(digits.size),
          color: nameColor(digits.color),
          fontFace: FONTS[digits.font],
          align: style.align,
          margin: 0,
        },
      }),
  })
}

/** The library's layouts take a text box of one run, and no more. */
function masterText(item: Item): { text: string; options: PptxGenJS.TextPropsOptions } {
  const [paragraph, ...more] = item.kind === 'text' && item.card === undefined ? item.paragraphs : []
  const [run, ...others] = paragraph?.runs ?? []
  if (
    item.kind !== 'text' ||
    paragraph === undefined ||
    run === undefined ||
    more.length + others.length > 0
  ) {
    throw new Error(
      `"${item.name}" belongs to the slide master, which takes lines set in one style; set it so, or take data-master away`,
    )
  }
  const options = { ...boxOptions(item), ...paragraphOptions(paragraph), ...runOptions(run) }
  return { text: run.text, options: { ...options, lang: run.lang } }
}

type Numbers = ReadonlyMap<string, number>

function addItem(slide: PptxGenJS.Slide, item: Item, numbers: Numbers): void {
  switch (item.kind) {
    case 'text':
      slide.addText(toProps(item.paragraphs, numbers), boxOptions(item))
      return
    case 'shape':
      addShape(slide, item)
      return
    case 'image':
      addImage(slide, item)
      return
    case 'table':
      addTable(slide, item, numbers)
  }
}

function boxOptions({ name, area, anchor, shrinks, card }: TextItem): PptxGenJS.TextPropsOptions {
  const { left, top, right, bottom } = card?.inset ?? { left: 0, top: 0, right: 0, bottom: 0 }
  return {
    objectName: name,
    ...inInches(area),
    isTextBox: card === undefined,
    valign: anchor,
    // Left, right, bottom, top, whatever the library's types say.
    margin: [points(left), points(right), points(bottom), points(top)],
    ...(shrinks && { fit: FIT }),
    ...(card !== undefined && {
      ...shapeOf(card.radius, area),
      fill: fillOf(card.fill),
      ...(card.frame && { line: { ...fillOf(card.frame.color), width: points(card.frame.width) } }),
    }),
  }
}

function toProps(paragraphs: readonly Paragraph[], numbers: Numbers): PptxGenJS.TextProps[] {
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.runs.map((run, nth): PptxGenJS.TextProps => {
      const isLast = nth === paragraph.runs.length - 1
      const options = { ...runOptions(run), ...paragraphOptions(paragraph), ...linkOptions(run, numbers) }
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
          ...(run.isNewLine && { softBreakBefore: true }),
          breakLine: isLast && index < paragraphs.length - 1,
        },
      }
    }),
  )
}

function runOptions({
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

function paragraphOptions({ align, spacing, before }: Paragraph): PptxGenJS.TextPropsOptions {
  return {
    align,
    lineSpacingMultiple: Math.round(spacing * 1000) / 1000,
    ...(before > 0 && { paraSpaceBefore: points(before) }),
  }
}

/** A link to a slide that the file lacks is none. */
function linkOptions({ href }: TextRun, numbers: Numbers): PptxGenJS.TextPropsOptions {
  if (href === undefined) return {}
  if (!href.startsWith('#')) return { hyperlink: { url: href, tooltip: href.replace(/^mailto:/, '') } }
  const slide = numbers.get(href)
  return slide === undefined ? {} : { hyperlink: { slide } }
}

function addShape(slide: PptxGenJS.Slide, { name, area, outline, fill, stroke }: ShapeItem): void {
  const options = {
    objectName: name,
    ...inInches(area),
    ...(fill !== undefined && { fill: fillOf(fill) }),
    ...(stroke !== undefined && { line: { ...fillOf(stroke.color), width: points(stroke.width) } }),
  }
  if (outline.kind !== 'rectangle') {
    slide.addShape(CUSTOM, { ...options, points: outlinePoints(outline, area) })
    return
  }
  const { shape, ...round } = shapeOf(outline.radius, area)
  slide.addShape(shape, { ...options, ...round })
}

/** A rectangle, a rounded one, or the circle that a radius of half its side makes of it. */
function shapeOf(radius: number, { left, top, right, bottom }: Rectangle) {
  if (radius === 0) return { shape: 'rect' } as const
  const isCircle = 2 * radius >= Math.max(right - left, bottom - top) - 1
  return isCircle
    ? ({ shape: 'ellipse' } as const)
    : ({ shape: 'roundRect', rectRadius: radius * UNIT } as const)
}

function addImage(slide: PptxGenJS.Slide, { name, data, area, drawn, alternative }: ImageItem): void {
  const whole = inInches(drawn)
  const seen = inInches(area)
  slide.addImage({
    objectName: name,
    data: data.replace(/^data:/, ''),
    ...seen,
    w: whole.w,
    h: whole.h,
    altText: alternative ?? '',
    sizing: { type: 'crop', w: seen.w, h: seen.h, x: seen.x - whole.x, y: seen.y - whole.y },
  })
}

function addTable(slide: PptxGenJS.Slide, { name, area, columns, rows }: TableItem, numbers: Numbers): void {
  const cells = rows.map((row) => row.cells.map((cell) => toCell(cell, numbers)))
  const { x, y, w } = inInches(area)
  const sizes = { colW: columns.map((width) => width * UNIT), rowH: rows.map(({ height }) => height * UNIT) }
  slide.addTable(cells, { objectName: name, x, y, w, ...sizes })
}

function toCell(
  { columns, rows, fill, borders, anchor, inset, paragraphs }: TableCell,
  numbers: Numbers,
): PptxGenJS.TableCell {
  return {
    text: toProps(paragraphs, numbers),
    options: {
      ...(columns > 1 && { colspan: columns }),
      ...(rows > 1 && { rowspan: rows }),
      ...(fill !== undefined && { fill: fillOf(fill) }),
      valign: anchor,
      margin: [inset.top, inset.right, inset.bottom, inset.left].map((side) => side * UNIT) as [
        number,
        number,
        number,
        number,
      ],
      border: borders.map((border) =>
        border === undefined
          ? { type: 'none' }
          : { type: 'solid', pt: points(border.width), color: nameColor(border.color) },
      ) as [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps],
    },
  }
}

function fillOf(color: MeasuredColor): { color: string; transparency?: number } {
  return { color: nameColor(color), ...(color.alpha < 1 && { transparency: transparencyOf(color) }) }
}

const transparencyOf = ({ alpha }: MeasuredColor) => Math.round((1 - alpha) * 100)

function points(pixels: number): number {
  return Math.round(pixels * POINTS * 100) / 100
}

function inInches({ left, top, right, bottom }: Rectangle) {
  return { x: left * UNIT, y: top * UNIT, w: (right - left) * UNIT, h: (bottom - top) * UNIT }
}
