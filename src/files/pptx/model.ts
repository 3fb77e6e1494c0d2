import type { MeasuredColor, Rectangle } from '../../measured/measured-slide.ts'

/**
 * A presentation in PowerPoint's terms. Lengths and font sizes are CSS pixels: a slide is 1280 × 720. A
 * slide's items are in order from back to front, which is also the reading order.
 */
export interface Presentation {
  readonly title: string
  readonly author: string
  readonly company: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** The language as PowerPoint names it: `lt-LT`. */
  readonly lang: string
  readonly masters: readonly Master[]
  readonly slides: readonly PresentationSlide[]
}

export interface PresentationSlide {
  readonly id: string
  readonly master: Master
  /** The title as plain text, as on the page. */
  readonly title: string
  readonly titleRuns: readonly TextRun[]
  readonly items: readonly Item[]
  /** The lines of the notes; empty when notes are not wanted. */
  readonly notes: readonly string[]
}

/** A layout of the file: the title's position and the items that all its slides share. */
export interface Master {
  readonly name: string
  readonly ground: MeasuredColor
  readonly title: TextItem
  readonly items: readonly Item[]
  readonly number: TextItem | undefined
}

export type Item = TextItem | ShapeItem | ImageItem | TableItem

interface Named {
  /** Unique on its slide. */
  readonly name: string
  readonly area: Rectangle
}

/** An item that is not text. Its alternative says what it shows; without one it is decoration. */
interface Seen extends Named {
  readonly alternative?: string
}

export interface TextItem extends Named {
  readonly kind: 'text'
  readonly anchor: 'top' | 'middle' | 'bottom'
  /** Whether the text shrinks when it would leave its box. */
  readonly shrinks: boolean
  readonly paragraphs: readonly Paragraph[]
  /** Makes the box a card: with background and frame, and space between the edges and the text. */
  readonly card?: Card
}

export interface Card {
  readonly fill: MeasuredColor
  readonly frame?: Stroke
  readonly radius: number
  /** The distances from the card's edges to its text. */
  readonly inset: Rectangle
}

export interface Paragraph {
  readonly runs: readonly TextRun[]
  readonly align: 'left' | 'center' | 'right'
  /** Line spacing, where 1 is the font's own. */
  readonly spacing: number
  /** Space above. */
  readonly before: number
  readonly marker?: {
    readonly kind: 'bullet' | 'number'
    readonly level: number
    readonly indent: number
    readonly start: number
  }
}

export interface TextRun {
  readonly text: string
  /** Whether the run starts a new line within its paragraph. */
  readonly isNewLine?: boolean
  readonly size: number
  readonly font: 'display' | 'text'
  readonly color: MeasuredColor
  readonly bold: boolean
  readonly italic: boolean
  readonly tracking: number
  /** The language as PowerPoint names it: `lt-LT`. */
  readonly lang: string
  /** An address, or `#id` of a slide. */
  readonly href?: string
}

export interface Stroke {
  readonly color: MeasuredColor
  readonly width: number
}

export interface ShapeItem extends Seen {
  readonly kind: 'shape'
  readonly geometry: Geometry
  readonly fill?: MeasuredColor
  readonly stroke?: Stroke
}

export type Geometry =
  /** As large as its area; with a radius of half its side it is a circle. */
  | { readonly kind: 'rectangle'; readonly radius: number }
  /** Dots of one size as one shape. */
  | {
      readonly kind: 'dots'
      readonly points: readonly { readonly x: number; readonly y: number }[]
      readonly radius: number
    }
  /** SVG path data, in the slide's pixels. */
  | { readonly kind: 'path'; readonly data: string }

export interface ImageItem extends Seen {
  readonly kind: 'image'
  /** A data address. */
  readonly data: string
  /** The area of the whole picture; what is outside the item's area is cut off. */
  readonly drawn: Rectangle
}

export interface TableItem extends Seen {
  readonly kind: 'table'
  readonly columns: readonly number[]
  readonly hasHead: boolean
  readonly rows: readonly { readonly height: number; readonly cells: readonly TableCell[] }[]
}

export interface TableCell {
  readonly columns: number
  readonly rows: number
  readonly fill?: MeasuredColor
  /** Top, right, bottom, left. */
  readonly borders: readonly (Stroke | undefined)[]
  readonly anchor: 'top' | 'middle'
  /** The distances from the cell's edges to its text. */
  readonly inset: Rectangle
  readonly paragraphs: readonly Paragraph[]
}
