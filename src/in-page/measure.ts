/** The media query of the compact composition, as the styles write it. */
const COMPACT = '(orientation: portrait), (max-width: 50rem)'

export function isCompact(): boolean {
  return matchMedia(COMPACT).matches
}

/** A hundredth of the slide's 16:9 width, in pixels: `--u`. */
export function measureUnit(slide: Element): number {
  const probe = document.createElement('div')
  probe.style.cssText = 'position: absolute; visibility: hidden; inline-size: calc(100 * var(--u))'
  slide.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return width / 100
}

/** Text that may be smaller than running text. */
export const SMALL_PRINT = '.foot, .small-print, .anchor'

/** Paragraphs that are read rather than looked at, so they need a higher contrast. */
export const RUNNING_TEXT = '.text'

/** A picture, and the scrims upon it, that words stand on. */
export const BEHIND = '[data-behind]'
