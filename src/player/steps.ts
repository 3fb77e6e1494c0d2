import type { Place } from '../talk/place.ts'

/** On a slide that is longer than the screen, brings into sight what the last step has shown, or its beginning. */
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

/** Marks what is to be seen at a place before reveal.js does, so that nothing flashes; without a place, nothing. */
export function showSteps(slides: readonly HTMLElement[], place: Place | undefined): void {
  for (const slide of slides) {
    slide.classList.toggle('present', slide.id === place?.slide)
    takeSteps(slide, slide.id === place?.slide ? place.step : 0)
  }
}

/**
 * The same for a place beside the one that is shown; what steps the slides have that nobody sees does not matter. The
 * step of many parts (`data-next-frame`) is taken a frame later, when reveal.js does: to set them in motion would make this
 * frame a late one.
 */
export function showPlace(slides: readonly HTMLElement[], { slide: id, step }: Place): void {
  for (const slide of slides) {
    const isShown = slide.classList.contains('present')
    slide.classList.toggle('present', slide.id === id)
    if (slide.id === id) takeSteps(slide, step, isShown ? '.fragment:not([data-next-frame])' : '.fragment')
  }
}

function takeSteps(slide: HTMLElement, count: number, which = '.fragment'): void {
  for (const step of slide.querySelectorAll<HTMLElement>(which)) {
    step.classList.toggle('visible', Number(step.dataset['fragmentIndex']) < count)
  }
}
