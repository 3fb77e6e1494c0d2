import { flag, list, number, object, oneOf, optional, type Parsed, text, variants } from './schema.ts'

/**
 * What the page reports of a slide that it has laid out: the contract between the script in the page, which
 * measures, and Node, which writes files. Lengths are CSS pixels from the slide's upper left corner; a slide
 * is 1280 × 720. Items are in document order.
 */

const rectangle = object({ left: number, top: number, right: number, bottom: number })
export type Rectangle = Parsed<typeof rectangle>

/** `RRGGBB` and its opacity: above 0, up to 1. */
const color = object({ hex: text, alpha: number })
export type MeasuredColor = Parsed<typeof color>

/** A run of text in one style; `size` in pixels, `tracking` (added to each letter) too. */
const run = object({
  text,
  lang: text,
  family: text,
  size: number,
  bold: flag,
  italic: flag,
  color,
  tracking: number,
  /** An address, or `#id` of a slide. */
  href: optional(text),
})
export type MeasuredRun = Parsed<typeof run>

/** `next`: the width that the next line's first word would add; null in a paragraph's last line. */
const line = object({ left: number, right: number, baseline: number, next: optional(number) })
export type MeasuredLine = Parsed<typeof line>

const marker = object({ kind: oneOf('bullet', 'number'), level: number, indent: number, start: number })

/**
 * A paragraph. Parts that belong together share a number, which has no other meaning. `leading`, the height
 * of a line, is in pixels.
 */
const paragraph = object({
  kind: oneOf('paragraph'),
  name: text,
  layer: number,
  master: flag,
  /** Whether it is the slide's number. */
  isNumber: flag,
  isTitle: flag,
  align: oneOf('left', 'center', 'right'),
  /** The area of its lines. */
  flow: rectangle,
  lines: list(line),
  leading: number,
  runs: list(run),
  /** The words as the document has them, before styles such as capitals change them. */
  source: list(object({ text, href: optional(text) })),
  marker: optional(marker),
  /** The nearest block of text that flows as one: a grid cell, a card, the slide itself. */
  cell: number,
  /** The flex row that the cell shares with others, and the cell around that row. */
  row: optional(object({ id: number, cell: number })),
  /** The list and the item that contain it. */
  item: optional(object({ list: number, id: number })),
  /** The step that shows it. */
  step: optional(number),
  /** Its role: in a quotation, in a term or its value, as a label on a picture, or only to look at. */
  part: oneOf('plain', 'quotation', 'term', 'value', 'label', 'decoration'),
  /** The card that it is on. */
  card: optional(number),
})
export type MeasuredParagraph = Parsed<typeof paragraph>

const border = object({ width: number, color })

/** What an element itself paints. A box with a background that holds text is a card. */
const box = object({
  kind: oneOf('box'),
  name: text,
  layer: number,
  master: flag,
  id: number,
  area: rectangle,
  radius: number,
  fill: optional(color),
  top: optional(border),
  right: optional(border),
  bottom: optional(border),
  left: optional(border),
})
export type MeasuredBox = Parsed<typeof box>

const drawn = {
  name: text,
  layer: number,
  master: flag,
  /** The number of its picture. */
  picture: number,
  /** The whole picture's text alternative; null where it is decoration. */
  alternative: optional(text),
  /** Everything outside this area is cut off. */
  clip: rectangle,
}

/** A part of a picture: path data in the picture's units, and the matrix that places them on the slide. */
const path = object({
  kind: oneOf('path'),
  ...drawn,
  data: text,
  matrix: list(number),
  fill: optional(color),
  /** `width` in pixels. */
  stroke: optional(object({ color, width: number, round: flag })),
})
export type MeasuredPath = Parsed<typeof path>

const dots = object({
  kind: oneOf('dots'),
  ...drawn,
  points: list(object({ x: number, y: number })),
  radius: number,
  color,
})
export type MeasuredDots = Parsed<typeof dots>

/**
 * A picture from a file: PNG or JPEG as a data address. `drawn` is the area of the whole picture, `area` the
 * visible part.
 */
const image = object({
  kind: oneOf('image'),
  name: text,
  layer: number,
  master: flag,
  data: text,
  drawn: rectangle,
  area: rectangle,
  alternative: text,
  lang: text,
  /** The list and the item that contain it. */
  item: optional(object({ list: number, id: number })),
})
export type MeasuredImage = Parsed<typeof image>

const cell = object({
  area: rectangle,
  columns: number,
  rows: number,
  fill: optional(color),
  borders: list(optional(border)),
  middle: flag,
  paragraphs: list(paragraph),
})
export type MeasuredCell = Parsed<typeof cell>

const table = object({
  kind: oneOf('table'),
  name: text,
  layer: number,
  master: flag,
  area: rectangle,
  alternative: text,
  hasHead: flag,
  columns: list(number),
  rows: list(object({ height: number, cells: list(cell) })),
})
export type MeasuredTable = Parsed<typeof table>

const item = variants({ paragraph, box, path, dots, image, table })
export type MeasuredItem = Parsed<typeof item>

const slide = object({
  id: text,
  layout: text,
  ground: color,
  items: list(item),
  /** Text alternatives of pictures that say more than the words beside them. */
  pictures: list(text),
})
export type MeasuredSlide = Parsed<typeof slide>

/** Parses slides. Throws an error that names the part with the wrong shape. */
export function parseMeasured(value: unknown): readonly MeasuredSlide[] {
  return list(slide)(value, 'slides')
}
