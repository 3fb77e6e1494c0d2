import { flag, list, number, object, oneOf, optional, type Parsed, text, variants } from './schema.ts'

/**
 * What the page tells of a slide that it has laid out: contract between the script in the page, which measures, and
 * Node, which writes files from it. Lengths are CSS pixels from the slide's upper left corner; a slide is
 * 1280 × 720. Items are in the document's order.
 */

const rectangle = object({ left: number, top: number, right: number, bottom: number })
export type Rectangle = Parsed<typeof rectangle>

/** `RRGGBB`, and how much of it covers what is behind: 0 to 1, never 0. */
const color = object({ hex: text, alpha: number })
export type MeasuredColor = Parsed<typeof color>

/** How an element is set; `size` and `leading` (of a line) in pixels, `tracking` added to each letter. */
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

/** `next`: how much longer the line would be with what begins the next one; null in a paragraph's last line. */
const line = object({ left: number, right: number, baseline: number, next: optional(number) })
export type MeasuredLine = Parsed<typeof line>

const marker = object({ kind: oneOf('bullet', 'number'), level: number, indent: number, start: number })

/** A paragraph. What belongs together has the same number: these are the page's own, and mean nothing else. */
const paragraph = object({
  kind: oneOf('paragraph'),
  name: text,
  layer: number,
  master: flag,
  /** Whether it is the slide's number. */
  isNumber: flag,
  isTitle: flag,
  align: oneOf('left', 'center', 'right'),
  /** Where its lines flow. */
  flow: rectangle,
  lines: list(line),
  leading: number,
  runs: list(run),
  /** The same words as the document has them, not as styles show them. */
  source: list(object({ text, href: optional(text) })),
  marker: optional(marker),
  /** The nearest block of text that flows as one: a cell of a grid, a card, the slide itself. */
  cell: number,
  /** The row that the cell stands in with others, and the cell of that row. */
  row: optional(object({ id: number, cell: number })),
  /** The list and the item that it stands in. */
  item: optional(object({ list: number, id: number })),
  /** The step that it appears with. */
  step: optional(number),
  /** Stands in a quotation, in a name and its value, or as a label on a picture. */
  part: oneOf('plain', 'quotation', 'term', 'value', 'label'),
  /** The card that it stands on. */
  card: optional(number),
})
export type MeasuredParagraph = Parsed<typeof paragraph>

const border = object({ width: number, color })

/** What an element paints by itself. A box with a ground that holds text is a card. */
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
  /** The picture it is a part of. */
  picture: number,
  /** What the whole picture says; null where it is decoration. */
  alternative: optional(text),
  /** Nothing is seen outside. */
  clip: rectangle,
}

/** A part of a picture: path data in the picture's units, and the matrix that brings them onto the slide. */
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

/** A picture from a file: PNG or JPEG as a data address; `drawn` is where all of it would be, `area` what is seen. */
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
  /** The list and the item that it stands in. */
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
  /** Alternatives of pictures that say what the words beside them don't. */
  pictures: list(text),
})
export type MeasuredSlide = Parsed<typeof slide>

/** Throws an error that names the part that is not what it should be. */
export function parseMeasured(value: unknown): readonly MeasuredSlide[] {
  return list(slide)(value, 'slides')
}
