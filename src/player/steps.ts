import type { Place } from './place.ts'

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
    for (const step of slide.querySelectorAll<HTMLElement>('.fragment')) {
      const taken = slide.id === place?.slide && Number(step.dataset['fragmentIndex']) < place.step
      step.classList.toggle('visible', taken)
    }
  }
}
