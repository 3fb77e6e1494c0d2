import type { Rectangle } from '../measured/measured-slide.ts'

/** What Node and the page tell each other: plain data. Both compile this file, so it names neither's things. */

export interface Finding {
  /** A fault fails the proof; a warning asks for a look. */
  readonly severity: 'fault' | 'warning'
  /** The slide's id; empty for what belongs to the page around the slides. */
  readonly slide: string
  /** What is wrong, by how much, and where: `text “…” sticks out of section#a at the right by 12 px (p.text)`. */
  readonly what: string
}

/** What can be asked of a page from within. Where a slide is named that the page does not have, they throw. */
export interface InPage {
  /** Everything that can be wrong with a slide as it stands now. */
  auditSlide(id: string): Finding[]
  /** What a presented slide would have to be scrolled to; only a compact one, or text set apart, may be longer. */
  checkLength(id: string): Finding[]
  /** The page around the slides: its width, its controls, and each dialog while it is open. */
  auditPage(): Finding[]
  /** Links to nowhere; `files` are the site's, from its root. Other sites are not asked. */
  checkLinks(files: readonly string[]): Finding[]
  /** The document, scrolled, with the controls that it has where scripts run. */
  showReading(): void
  /** One slide in its last step, as the player shows it; without one, all slides before their first step. */
  showPresenting(id?: string): void
  /** Sets text apart by the values of WCAG 1.4.12, or takes that back. */
  spaceText(wanted: boolean): void
  /** Scrolls to a slide as a link does; gives its box, as high as all that can be scrolled to in it. */
  goTo(id: string): Rectangle
  /** Scrolls on in a slide, by itself or with the page. Throws when it ends before `by` pixels. */
  scrollOn(id: string, by: number): void
  /** Where each word and each drawing of a slide is, a line each. */
  listPlaces(id: string): string[]
  /** Makes all text render, of closed dialogs too, and marks its elements with an attribute; in their order. */
  showAllText(mark: string): MarkedText[]
}

export interface MarkedText {
  readonly slide: string
  /** The text and its element: `“…” (p.text)`. */
  readonly name: string
  /** Which others, counted from 0, it stands in. */
  readonly inside: readonly number[]
}
