/** Where the styles put the compact composition, in their own words. */
const COMPACT = '(max-aspect-ratio: 1 / 1) or (max-width: 50rem)'

/** What a slide's lengths are measured in. */
export interface Measure {
  readonly compact: boolean
  /** A hundredth of the slide's 16:9 width, in pixels: `--u`. */
  readonly unit: number
}

export function measure(slide: Element): Measure {
  const probe = document.createElement('div')
  probe.style.cssText = 'position: absolute; visibility: hidden; inline-size: calc(100 * var(--u))'
  slide.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return { compact: matchMedia(COMPACT).matches, unit: width / 100 }
}

/** What may be smaller than running text. */
export const SMALL_PRINT = '.foot, .small-print, .anchor'

/** Paragraphs: read rather than looked at, so their contrast is higher. */
export const RUNNING_TEXT = '.text'
