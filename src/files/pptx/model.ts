import type {
  MeasuredChart,
  MeasuredColor,
  MeasuredDots,
  MeasuredImage,
  MeasuredParagraph,
  MeasuredRun,
  MeasuredTable,
  Rectangle,
  Stroke,
} from '../../measured/measured-slide.ts'

/**
 * A presentation as PowerPoint's objects. Lengths and font sizes are CSS pixels: a slide is 1280 × 720. A
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
  readonly slides: readonly PresentationSlide[]
}

export interface PresentationSlide {
  readonly id: string
  readonly master: Master
  /** The title as plain text, as on the page. */
  readonly title: string
  readonly titleRuns: readonly TextRun[]
  readonly items: readonly Item[]
  /** How many of the items, the first ones, lie behind the title. */
  readonly behind: number
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

/** Names are unique on a slide. Without an alternative, what is not text is decoration. */
export type Item = TextItem | ShapeItem | MeasuredImage | MeasuredTable | MeasuredChart

export interface TextItem {
  readonly kind: 'text'
  readonly name: string
  readonly area: Rectangle
  readonly anchor: 'top' | 'middle' | 'bottom'
  /** Whether the text shrinks when it would leave its box. */
  readonly shrinks: boolean
  readonly paragraphs: readonly Paragraph[]
  /** Makes the box a card: with background and frame, and space between the edges and the text. */
  readonly card?: Card
}

export interface Card {
  readonly fill: MeasuredColor
  readonly frame: Stroke | null
  readonly radius: number
  /** The distances from the card's edges to its text. */
  readonly inset: Rectangle
}

export interface Paragraph extends Pick<MeasuredParagraph, 'align' | 'marker'> {
  readonly runs: readonly TextRun[]
  /** Line spacing, where 1 is the font's own. */
  readonly spacing: number
  /** Space above. */
  readonly before: number
}

export interface TextRun extends MeasuredRun {
  /** Whether the run starts a new line within its paragraph. */
  readonly isNewLine: boolean
}

export interface ShapeItem {
  readonly kind: 'shape'
  readonly name: string
  readonly area: Rectangle
  readonly alternative: string | null
  readonly geometry: Geometry
  readonly fill: MeasuredColor | null
  readonly stroke: Stroke | null
}

export type Geometry =
  /** As large as its area; with a radius of half its side it is a circle. */
  | { readonly kind: 'rectangle'; readonly radius: number }
  /** Dots of one size as one shape. */
  | ({ readonly kind: 'dots' } & Pick<MeasuredDots, 'points' | 'radius'>)
  /** SVG path data, in the slide's pixels. */
  | { readonly kind: 'path'; readonly data: string }
