import type { Point } from '../../render/network.ts'
import type { Color } from './theme.ts'

/**
 * A slide as PowerPoint knows it: text boxes and drawings, from back to front. Lengths, sizes of type too, are in
 * hundredths of the slide's width, as in the deck's own styles: a slide is 100 × 56.25.
 */
export interface Presentation {
  readonly title: string
  readonly author: string
  readonly company: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** As PowerPoint names it: `lt-LT`. */
  readonly lang: string
  /** At the foot of slides whose layout has one. */
  readonly foot: { readonly brand: string; readonly title: string }
  readonly slides: readonly PresentationSlide[]
}

export interface PresentationSlide {
  readonly master: Master
  readonly title: string
  readonly items: readonly Item[]
  /** Lines; none where they were not asked for. */
  readonly notes: readonly string[]
}

/** A layout of the file: where the title stands and what all its slides have. */
export interface Master {
  readonly name: string
  readonly ground: 'paper' | 'ink'
  readonly title: Box & TextStyle
  readonly foot: boolean
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface TextStyle {
  readonly size: number
  readonly color: Color
  readonly font?: 'display' | 'text'
  readonly bold?: boolean
  /** Height of a line in sizes of type, as in CSS. */
  readonly leading?: number
  /** Between letters, in sizes of type. */
  readonly tracking?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly anchor?: 'top' | 'middle' | 'bottom'
}

export type Item = TextItem | DrawingItem

export interface TextItem extends Box, TextStyle {
  readonly kind: 'text'
  readonly name: string
  readonly paragraphs: readonly Paragraph[]
  /** Makes the box a card: filled, framed, its text kept off the edge. */
  readonly card?: { readonly fill: Color; readonly frame: Color; readonly inset: number }
}

export interface Paragraph {
  readonly runs: readonly TextRun[]
  /** An item of a list. */
  readonly bullet?: boolean
  /** Space below. */
  readonly after?: number
  /** Where it differs from its box. */
  readonly style?: Pick<TextStyle, 'size' | 'color' | 'font' | 'bold' | 'tracking' | 'leading'>
}

export interface TextRun {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly color?: Color
  /** Where it differs from the presentation's. */
  readonly lang?: string
  readonly href?: string
}

export interface DrawingItem {
  readonly kind: 'drawing'
  readonly name: string
  readonly shape: Shape
  readonly fill?: Color
  readonly stroke?: { readonly color: Color; readonly width: number }
  /** What it says to those who don't see it; a drawing without is decoration. */
  readonly alternative?: string
}

export type Shape =
  /** Equal dots, as one shape. */
  | { readonly circles: readonly Point[]; readonly radius: number }
  /** SVG path data. */
  | { readonly path: string }
