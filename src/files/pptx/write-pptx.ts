import { setImmediate } from 'node:timers/promises'
import PptxGenJS from 'pptxgenjs'
import { finishPptx } from './finish-pptx.ts'
import { geometryPoints, UNIT } from './geometry.ts'
import { FONT } from './metrics.ts'
import type {
  ImageItem,
  Item,
  Master,
  Presentation,
  ShapeItem,
  Stroke,
  TableCell,
  TableItem,
} from './model.ts'
import {
  boxOptions,
  FIT,
  FONTS,
  fillOf,
  flowOptions,
  inInches,
  type Numbers,
  paragraphOptions,
  points,
  runOptions,
  shapeOf,
  toProps,
} from './pptxgenjs-options.ts'
import { nameColor } from './theme.ts'

/** A shape with its own geometry. The library documents it, but its types lack it. */
const CUSTOM = String('custGeom') as PptxGenJS.SHAPE_NAME

/**
 * A presentation as a PowerPoint file: 16:9, 13⅓ × 7½ inches. `date` is when the file claims to be made. The
 * same presentation gives the same bytes.
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
      titleRuns.map((run) => ({ text: run.text, options: { lang: run.lang, ...flowOptions(run, numbers) } })),
      { placeholder: 'title', objectName: 'Title', fit: FIT },
    )
    for (const item of items) addItem(slide, item, numbers)
    if (notes.length > 0) slide.addNotes(notes.join('\n'))
    await setImmediate() // lets the code that drives the browser run between two slides
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

/** The library's layouts allow a text box with a single run. */
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

function addShape(slide: PptxGenJS.Slide, { name, area, geometry, fill, stroke }: ShapeItem): void {
  const options = {
    objectName: name,
    ...inInches(area),
    ...(fill !== undefined && { fill: fillOf(fill) }),
    ...(stroke !== undefined && { line: { ...fillOf(stroke.color), width: points(stroke.width) } }),
  }
  if (geometry.kind !== 'rectangle') {
    slide.addShape(CUSTOM, { ...options, points: geometryPoints(geometry, area) })
    return
  }
  const { shape, ...round } = shapeOf(geometry.radius, area)
  slide.addShape(shape, { ...options, ...round })
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
      margin: [inset.top * UNIT, inset.right * UNIT, inset.bottom * UNIT, inset.left * UNIT],
      border: [toBorder(borders[0]), toBorder(borders[1]), toBorder(borders[2]), toBorder(borders[3])],
    },
  }
}

function toBorder(border: Stroke | undefined): PptxGenJS.BorderProps {
  if (border === undefined) return { type: 'none' }
  return { type: 'solid', pt: points(border.width), color: nameColor(border.color) }
}
