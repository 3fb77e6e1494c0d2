/** A box that is portrait or at most this wide has the compact composition (`@container slide`, 44rem). */
const COMPACT_WIDTH = 704

/** What a slide's lengths are measured in. */
export interface Measure {
  readonly compact: boolean
  /** A hundredth of the slide's 16:9 width, in pixels. */
  readonly unit: number
}

export function measure(slide: Element): Measure {
  const { width, height } = slide.getBoundingClientRect()
  return {
    compact: width <= height || width <= COMPACT_WIDTH,
    unit: Math.min(width / 100, (height * 1.7778) / 100),
  }
}

/** Sources, the foot, a name's translation and the line above the title may be smaller than running text. */
export const SMALL_PRINT = '.foot, .sources, .eyebrow, .member-translation, .plate:has(.member-translation)'

/** Paragraphs: read rather than looked at, so their contrast is higher. */
export const RUNNING_TEXT = '.text'
