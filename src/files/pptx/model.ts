import type { MeasuredColor, Rectangle } from '../../measured/measured-slide.ts'

/**
 * A presentation as PowerPoint knows it. Lengths, sizes of type too, are CSS pixels: a slide is 1280 × 720. A
 * slide's items are from back to front, which is the order they are read in.
 */
export interface Presentation {
  readonly title: string
  readonly author: string
  readonly company: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** As PowerPoint names it: `lt-LT`. */
  readonly lang: string
  readonly masters: readonly Master[]
  readonly slides: readonly PresentationSlide[]
}

export interface PresentationSlide {
  readonly id: string
  readonly master: Master
  /** The same as the page's, in words. */
  readonly title: string
  readonly titleRuns: readonly TextRun[]
  readonly items: readonly Item[]
  /** Lines; none where they were not asked for. */
  readonly notes: readonly string[]
}

/** A layout of the file: where the title stands and what all its slides have. */
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

/** What is not text says in words what it shows; without these it is decoration. */
interface Seen extends Named {
  readonly alternative?: string
}

export interface TextItem extends Named {
  readonly kind: 'text'
  readonly anchor: 'top' | 'middle' | 'bottom'
  /** Whether the text gets smaller where it would leave its box. */
  readonly shrinks: boolean
  readonly paragraphs: readonly Paragraph[]
  /** Makes the box a card: filled, framed, its text kept off the edges. */
  readonly card?: Card
}

export interface Card {
  readonly fill: MeasuredColor
  readonly frame?: Stroke
  readonly radius: number
  /** From the card's edges to its text. */
  readonly inset: Rectangle
}

export interface Paragraph {
  readonly runs: readonly TextRun[]
  readonly align: 'left' | 'center' | 'right'
  /** Height of a line, where 1 is what the font itself asks for. */
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
  /** Begins a line within its paragraph. */
  readonly isNewLine?: boolean
  readonly size: number
  readonly font: 'display' | 'text'
  readonly color: MeasuredColor
  readonly bold: boolean
  readonly italic: boolean
  readonly tracking: number
  /** As PowerPoint names it: `lt-LT`. */
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
  readonly outline: Outline
  readonly fill?: MeasuredColor
  readonly stroke?: Stroke
}

export type Outline =
  /** As large as its area; a radius of half its side makes it a circle. */
  | { readonly kind: 'rectangle'; readonly radius: number }
  /** Equal dots as one shape. */
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
  /** Where all of the picture would be; what sticks out of the area is cut off. */
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
  /** Above, right, below, left. */
  readonly borders: readonly (Stroke | undefined)[]
  readonly anchor: 'top' | 'middle'
  /** From the cell's edges to its text. */
  readonly inset: Rectangle
  readonly paragraphs: readonly Paragraph[]
}
