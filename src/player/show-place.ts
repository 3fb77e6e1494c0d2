import type { Place } from '../talk/place.ts'
import { showSteps } from '../talk/slides.ts'

/**
 * Shows a place before reveal.js does; ignores the steps of hidden slides. Leaves steps with many parts
 * (`data-next-frame`) to reveal.js, one frame later: to start their animations now would delay this frame.
 */
export function showPlace(slides: readonly HTMLElement[], { slide: id, step }: Place): void {
  const slide = slides.find((slide) => slide.id === id)
  for (const shown of document.querySelectorAll('.slides > .present')) {
    if (shown !== slide) shown.classList.remove('present')
  }
  if (slide === undefined) return
  const isShown = slide.classList.contains('present')
  slide.classList.add('present')
  showSteps(slide, step, isShown ? '.fragment:not([data-next-frame])' : '.fragment')
}

/** Marks a slide and its neighbours. The styles paint the neighbours behind it, ready to be shown. */
export function markNeighbours(slides: readonly HTMLElement[], slide: HTMLElement): void {
  const at = slides.indexOf(slide)
  for (const [index, other] of slides.entries()) {
    other.toggleAttribute('data-near', Math.abs(index - at) <= 1)
  }
}

/** Scrolls a slide that is longer than the screen to the parts of its last step, or to its beginning. */
export function scrollToStep(slide: HTMLElement): void {
  const step = [...slide.querySelectorAll('.current-fragment')].at(-1)
  if (step === undefined) {
    slide.scrollTop = 0
    return
  }
  const [box, whole] = [step.getBoundingClientRect(), slide.getBoundingClientRect()]
  const below = box.bottom - whole.bottom
  if (below > 0) slide.scrollTop += Math.min(below, box.top - whole.top)
}
