/** The slides that this page shows, in their order. */
export function listSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')]
}

/** A slide's name for screen readers: its number and title. */
export function labelOf(slide: Element | null): string {
  return slide?.getAttribute('aria-label') ?? ''
}

/** The number of a slide's steps; one step may show several elements. */
export function countSteps(slide: Element): number {
  return countUpTo(slide.querySelectorAll('.fragment'))
}

/** The number of a slide's steps that have been taken. */
export function countTakenSteps(slide: Element): number {
  return countUpTo(slide.querySelectorAll('.fragment.visible'))
}

/** Shows a slide's first `count` steps and hides the others; changes only elements that match `selector`. */
export function showSteps(slide: Element, count: number, selector = '.fragment'): void {
  for (const step of slide.querySelectorAll(selector)) step.classList.toggle('visible', indexOf(step) < count)
}

function countUpTo(steps: Iterable<Element>): number {
  return Math.max(-1, ...[...steps].map(indexOf)) + 1
}

function indexOf(step: Element): number {
  return Number(step.getAttribute('data-fragment-index'))
}
