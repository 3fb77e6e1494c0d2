import type { MeasuredSlide, Rectangle } from '../measured/measured-slide.ts'

/**
 * What Node and the page send each other: plain data. The compiler checks this file for both runtimes, so it
 * uses no names of either.
 */

export interface Finding {
  /** A fault fails the proof; a warning asks a person to look. */
  readonly severity: 'fault' | 'warning'
  /** The slide's id; empty for a finding about the page around the slides. */
  readonly slide: string
  /**
   * What is wrong, by how much, and where: `text “…” sticks out of the slide at the right by 12 px (p.text)`.
   */
  readonly what: string
}

/** Questions that Node can ask the page. Functions that name a slide throw when the page does not have it. */
export interface InPage {
  /** Every check of a slide in its current state. */
  auditSlide(id: string): Finding[]
  /**
   * Finds a presented slide that has to be scrolled. Only compact slides and slides with wider text spacing
   * may be longer than the window.
   */
  checkLength(id: string): Finding[]
  /** Checks the page around the slides: its width, its controls, and each dialog while open. */
  auditPage(): Finding[]
  /** Finds links to nowhere; `files` are the site's, from its root. Does not ask other sites. */
  checkLinks(files: readonly string[]): Finding[]
  /** Shows the scrolled document, with the controls that scripts bring. */
  showReading(): void
  /**
   * Shows one slide in its last step, as the player does; without an id, all slides before their first step.
   */
  showPresenting(id?: string): void
  /** Shows the small copies of all slides. */
  showOverview(): void
  /** Shows the copies in the console's strip. Changes the page: load it anew afterwards. */
  showStrip(): void
  /** Finds text that a copy in overview or console cuts off. */
  checkCopy(id: string): Finding[]
  /** Applies the text spacing of WCAG 1.4.12, or removes it. */
  spaceText(wanted: boolean): void
  /** Scrolls to a slide as a link does and returns its box, as high as its whole scrollable content. */
  goTo(id: string): Rectangle
  /** Scrolls on in a slide, inside it or with the page. Throws when it cannot scroll by `by` pixels. */
  scrollOn(id: string, by: number): void
  /** Where each word and each drawing of a slide is, one line each. */
  listPlaces(id: string): string[]
  /**
   * Renders all text, in closed dialogs too, and marks its elements with an attribute. Returns them in order.
   */
  showAllText(mark: string): MarkedText[]
  /**
   * Measures all slides of the print document in the font of office files. Throws for a slide that those files
   * cannot show.
   */
  measureSlides(): Promise<readonly MeasuredSlide[]>
}

export interface MarkedText {
  readonly slide: string
  /** The text and its element: `“…” (p.text)`. */
  readonly name: string
  /** Indices (from 0) of the marked elements that contain this one. */
  readonly inside: readonly number[]
}
