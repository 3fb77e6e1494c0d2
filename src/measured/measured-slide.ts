/*
 * What the page reports of a slide that it has laid out: the contract between the script in the page, which
 * measures, and Node, which writes files. Lengths are CSS pixels from the slide's upper left corner; a slide
 * is 1280 × 720. Items are in document order. `null` is for what an element lacks.
 */

export type Rectangle = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>

/** `RRGGBB` and its opacity: above 0, up to 1. */
export type MeasuredColor = Readonly<{ hex: string; alpha: number }>

export type Stroke = Readonly<{ color: MeasuredColor; width: number }>

/** A run of text in one style; `size` in pixels, `tracking` (added to each letter) too. */
export interface MeasuredRun {
  readonly text: string
  readonly lang: string
  readonly family: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly color: MeasuredColor
  readonly tracking: number
  /** An address, or `#id` of a slide. */
  readonly href: string | null
  /** Whether it is a link that a line below it shows. */
  readonly isUnderlined: boolean
}

export interface MeasuredLine {
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The width that the next line's first word would add; null in a paragraph's last line. */
  readonly next: number | null
}

interface Item {
  readonly name: string
  /** Items are ordered by layer, then by their order in the document. */
  readonly layer: number
  readonly master: boolean
}

/** The list and the item that contain it. */
interface Listed {
  readonly item: { readonly list: number; readonly id: number } | null
}

/** A paragraph. Parts that belong together share a number, which has no other meaning. */
export interface MeasuredParagraph extends Item, Listed {
  readonly kind: 'paragraph'
  /** Whether it is the slide's number. */
  readonly isNumber: boolean
  readonly isTitle: boolean
  readonly align: 'left' | 'center' | 'right'
  /** The area of its lines. */
  readonly flow: Rectangle
  readonly lines: readonly MeasuredLine[]
  /** The height of a line. */
  readonly leading: number
  readonly runs: readonly MeasuredRun[]
  /** The words as the document has them, before styles such as capitals change them. */
  readonly source: readonly { readonly text: string; readonly href: string | null }[]
  readonly marker: Readonly<{
    kind: 'bullet' | 'number'
    level: number
    indent: number
    start: number
  }> | null
  /** The nearest block of text that flows as one: a grid cell, a card, the slide itself. */
  readonly cell: number
  /** The flex row that the cell shares with others, and the cell around that row. */
  readonly row: { readonly id: number; readonly cell: number } | null
  /** The step that shows it. */
  readonly step: number | null
  /** Its role: in a quotation, in a term or its value, as a label on a picture, or only to look at. */
  readonly part: 'plain' | 'quotation' | 'term' | 'value' | 'label' | 'decoration'
  /** The card that it is on. */
  readonly card: number | null
}

/** What an element itself paints. A box with a background that holds text is a card. */
export interface MeasuredBox extends Item, Readonly<Record<keyof Rectangle, Stroke | null>> {
  readonly kind: 'box'
  readonly id: number
  readonly area: Rectangle
  readonly radius: number
  readonly fill: MeasuredColor | null
}

interface Drawn extends Item {
  /** The number of its picture. */
  readonly picture: number
  /** The whole picture's text alternative; null where it is decoration. */
  readonly alternative: string | null
  /** Everything outside this area is cut off. */
  readonly clip: Rectangle
}

/** A part of a picture: path data in the picture's units, and the matrix that places them on the slide. */
export interface MeasuredPath extends Drawn {
  readonly kind: 'path'
  readonly data: string
  readonly matrix: readonly number[]
  readonly fill: MeasuredColor | null
  readonly stroke: Stroke | null
}

export interface MeasuredDots extends Drawn {
  readonly kind: 'dots'
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly radius: number
  readonly color: MeasuredColor
}

/** A picture from a file. */
export interface MeasuredImage extends Item, Listed {
  readonly kind: 'image'
  /** PNG or JPEG as a data address. */
  readonly data: string
  /** The area of the whole picture; `area` is the visible part. */
  readonly drawn: Rectangle
  readonly area: Rectangle
  /** Whether the visible part is an ellipse. */
  readonly round: boolean
  readonly alternative: string
  readonly lang: string
}

export interface MeasuredCell {
  readonly area: Rectangle
  readonly columns: number
  readonly rows: number
  readonly fill: MeasuredColor | null
  /** Top, right, bottom, left. */
  readonly borders: readonly [Stroke | null, Stroke | null, Stroke | null, Stroke | null]
  readonly middle: boolean
  readonly paragraphs: readonly MeasuredParagraph[]
}

export interface MeasuredTable extends Item {
  readonly kind: 'table'
  readonly area: Rectangle
  readonly alternative: string
  readonly hasHead: boolean
  readonly columns: readonly number[]
  readonly rows: readonly { readonly height: number; readonly cells: readonly MeasuredCell[] }[]
}

/** How a bar, a line or an area is painted, and the text in it. */
export interface ChartPaint {
  readonly fill: MeasuredColor | null
  readonly line: (Stroke & { readonly dash: string }) | null
  readonly text: MeasuredColor | null
}

export interface MeasuredSeries {
  readonly name: string
  /** One for each category; null where there is none. */
  readonly values: readonly (number | null)[]
  readonly paint: ChartPaint
  /** The paint of each value. */
  readonly paints: readonly ChartPaint[]
}

/** A chart: its numbers and how they look. */
export interface MeasuredChart extends Item {
  readonly kind: 'chart'
  readonly area: Rectangle
  readonly alternative: string
  /** `bars`, `stacked`, `lines`, `areas` or `parts`. */
  readonly chart: string
  /** Whether bars lie. */
  readonly lies: boolean
  /** Where its lines, areas or bars are, and where its names stand beside them; both within its area. */
  readonly plot: Rectangle
  readonly names: Rectangle | null
  /** The distance of two numbers of the scale; null where each number stands at its bar instead. */
  readonly step: number | null
  readonly decimals: number
  /** Each label is shown, or only each second or third. */
  readonly every: number
  /** The size of its text in pixels, and the colours of text, baseline and scale. */
  readonly size: number
  readonly color: MeasuredColor | null
  readonly baseline: MeasuredColor | null
  readonly grid: MeasuredColor | null
  readonly categories: readonly string[]
  readonly series: readonly MeasuredSeries[]
  /** The words of its table, a list a row, as they are shown. */
  readonly rows: readonly (readonly string[])[]
}

export type MeasuredItem =
  | MeasuredParagraph
  | MeasuredBox
  | MeasuredPath
  | MeasuredDots
  | MeasuredImage
  | MeasuredTable
  | MeasuredChart

export interface MeasuredSlide {
  readonly id: string
  readonly layout: string
  readonly ground: MeasuredColor
  readonly items: readonly MeasuredItem[]
  /** Text alternatives of pictures that say more than the words beside them. */
  readonly pictures: readonly string[]
}
