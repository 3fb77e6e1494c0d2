import type { Outline } from '../live/protocol/position.ts'

/** The deck's slides in this page, in their order. */
export function listSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')]
}

/** The slides as the live channel knows them. */
export function outlineSlides(slides: readonly HTMLElement[]): Outline {
  return slides.map((slide) => ({ id: slide.id, steps: countSteps(slide) }))
}

/** What a slide is called when it is read out: its number and title. */
export function labelOf(slide: Element | null): string {
  return slide?.getAttribute('aria-label') ?? ''
}

/** How many steps a slide has; several of its elements may appear with one step. */
export function countSteps(slide: Element): number {
  return countUpTo(slide.querySelectorAll('.fragment'))
}

/** How many of a slide's steps have been taken. */
export function countTakenSteps(slide: Element): number {
  return countUpTo(slide.querySelectorAll('.fragment.visible'))
}

/** Shows a slide's first steps, as many as `count`, and hides the rest; of `selector`'s elements alone. */
export function showSteps(slide: Element, count: number, selector = '.fragment'): void {
  for (const step of slide.querySelectorAll(selector)) step.classList.toggle('visible', indexOf(step) < count)
}

function countUpTo(steps: Iterable<Element>): number {
  return Math.max(-1, ...[...steps].map(indexOf)) + 1
}

function indexOf(step: Element): number {
  return Number(step.getAttribute('data-fragment-index'))
}
