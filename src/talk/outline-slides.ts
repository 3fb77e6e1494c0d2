import type { Outline } from '../live/protocol/position.ts'
import { countSteps } from './slides.ts'

/** The ids and steps of the slides, as moves and the live channel need them. */
export function outlineSlides(slides: readonly HTMLElement[]): Outline {
  return slides.map((slide) => ({
    id: slide.id,
    steps: countSteps(slide),
    ...('hidden' in slide.dataset && { hidden: true }),
  }))
}

/** All of the deck's slides, those too that this page keeps under a cover until the speaker shows them. */
export function listAllSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section, .slides > div > section')]
}
