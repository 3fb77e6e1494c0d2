import { setImmediate } from 'node:timers/promises'
import PptxGenJS from 'pptxgenjs'
import type { MeasuredCell, MeasuredImage, Stroke } from '../../measured/measured-slide.ts'
import { findLocale } from '../../strings/strings.ts'
import { finishPptx } from './finish-pptx.ts'
import { geometryPoints, UNIT } from './geometry.ts'
import { FONT, sizeOf } from './metrics.ts'
import type { Item, Master, Presentation, ShapeItem, TextItem } from './model.ts'
import { areaOf, toParagraphs } from './place-text.ts'
import {
  boxOptions,
  FIT,
  fillOf,
  flowOptions,
  inInches,
  lineOf,
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

const NOTHING = { name: '', labels: [''], values: [0] }

/**
 * A presentation as a PowerPoint file: 16:9, 13⅓ × 7½ inches. `date` is when the file claims to be made. The
 * same presentation gives the same bytes.
 */
export async function writePptx(presentation: Presentation, date: Date | undefined): Promise<Uint8Array> {
  const { title, author, company, subject, slides } = presentation
  const pptx = Object.assign(new PptxGenJS(), { title, author, company, subject })
  pptx.layout = 'LAYOUT_WIDE'
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT }
  for (const master of new Set(slides.map(({ master }) => master))) defineMaster(pptx, master)
  const numbers = new Map(slides.map(({ id }, index) => [`#${id}`, index + 1]))
  for (const { master, titleRuns, items, behind, notes } of slides) {
    const slide = pptx.addSlide({ masterName: master.name })
    const texts = titleRuns.map((run) => {
      return { text: run.text, options: { lang: findLocale(run.lang), ...flowOptions(run, numbers) } }
    })
    for (const item of items.slice(0, behind)) addItem(slide, item, numbers)
    slide.addText(texts, { placeholder: 'title', objectName: 'Title', fit: FIT })
    for (const item of items.slice(behind)) addItem(slide, item, numbers)
    if (notes.length > 0) slide.addNotes(notes.join('\n'))
    await setImmediate() // lets the code that drives the browser run between two slides
  }
  const written = await pptx.write({ outputType: 'uint8array', compression: false })
  if (!(written instanceof Uint8Array)) throw new Error('PptxGenJS did not write bytes')
  return finishPptx(written, presentation, date)
}

function defineMaster(pptx: PptxGenJS, { name, ground, title, items, number }: Master): void {
  const options = { ...inInches(title.area), ...styleOf(title), valign: 'top', margin: 0 } as const
  const [digits] = number?.paragraphs[0]?.runs ?? []
  const numberOptions = number &&
    digits && { ...inInches(number.area), ...styleOf(number), fontSize: points(sizeOf(digits)), margin: 0 }
  pptx.defineSlideMaster({
    title: name,
    background: { color: nameColor(ground) },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', ...options }, text: '' } },
      ...items.map((item) => ({ text: masterText(item) })),
    ],
    ...(numberOptions && { slideNumber: numberOptions }),
  })
}

/** The style of a text that has only one. */
function styleOf({ paragraphs: [paragraph] }: TextItem): PptxGenJS.TextPropsOptions {
  const [run] = paragraph?.runs ?? []
  return paragraph && run ? { ...paragraphOptions(paragraph), ...runOptions(run) } : {}
}

/** The library's layouts allow a text box with a single run. */
function masterText(item: Item): { text: string; options: PptxGenJS.TextPropsOptions } {
  const paragraphs = item.kind === 'text' && item.card === undefined ? item.paragraphs : []
  const [run, ...more] = paragraphs.flatMap(({ runs }) => runs)
  if (item.kind !== 'text' || run === undefined || more.length > 0)
    throw new Error(
      `"${item.name}" belongs to the slide master, which takes lines set in one style; set it so, or take data-master away`,
    )
  return { text: run.text, options: { ...boxOptions(item), ...styleOf(item) } }
}

function addItem(slide: PptxGenJS.Slide, item: Item, numbers: Numbers): void {
  const { name: objectName, area } = item
  if (item.kind === 'text') slide.addText(toProps(item.paragraphs, numbers), boxOptions(item))
  else if (item.kind === 'shape') addShape(slide, item)
  else if (item.kind === 'image') addImage(slide, item)
  // A chart's parts are written anew: the library writes neither gaps nor a series' own look.
  else if (item.kind === 'chart') slide.addChart('bar', [NOTHING], { objectName, ...inInches(area) })
  else {
    const cells = item.rows.map((row) => row.cells.map((cell) => toCell(cell, numbers)))
    const colW = item.columns.map((width) => width * UNIT)
    const rowH = item.rows.map(({ height }) => height * UNIT)
    const { x, y, w } = inInches(area)
    slide.addTable(cells, { objectName, x, y, w, colW, rowH })
  }
}

function addShape(slide: PptxGenJS.Slide, { name, area, geometry, fill, stroke }: ShapeItem): void {
  const painted = { ...(fill && { fill: fillOf(fill) }), ...lineOf(stroke) }
  const options = { objectName: name, ...inInches(area), ...painted }
  if (geometry.kind === 'rectangle') {
    const { shape, ...round } = shapeOf(geometry.radius, area)
    slide.addShape(shape, { ...options, ...round })
  } else slide.addShape(CUSTOM, { ...options, points: geometryPoints(geometry, area) })
}

function addImage(
  slide: PptxGenJS.Slide,
  { name, data, area, drawn, round, alternative }: MeasuredImage,
): void {
  const whole = inInches(drawn)
  const seen = inInches(area)
  slide.addImage({
    objectName: name,
    data: data.replace(/^data:/, ''),
    ...{ ...seen, w: whole.w, h: whole.h },
    altText: alternative,
    rounding: round,
    sizing: { type: 'crop', w: seen.w, h: seen.h, x: seen.x - whole.x, y: seen.y - whole.y },
  })
}

function toCell(
  { area, columns, rows, fill, borders, middle, paragraphs }: MeasuredCell,
  numbers: Numbers,
): PptxGenJS.TableCell {
  const text = paragraphs.length === 0 ? area : areaOf(paragraphs, 0)
  const inset = (pixels: number) => Math.max(0, pixels) * UNIT
  const [top, right, bottom, left] = borders
  return {
    text: toProps(toParagraphs(paragraphs), numbers),
    options: {
      colspan: columns,
      rowspan: rows,
      ...(fill && { fill: fillOf(fill) }),
      valign: middle ? 'middle' : 'top',
      margin: [
        inset(middle ? 0 : text.top - area.top),
        inset(area.right - text.right),
        0,
        inset(text.left - area.left),
      ],
      border: [toBorder(top), toBorder(right), toBorder(bottom), toBorder(left)],
    },
  }
}

function toBorder(border: Stroke | null): PptxGenJS.BorderProps {
  if (border === null) return { type: 'none' }
  return { type: 'solid', pt: points(border.width), color: nameColor(border.color) }
}
