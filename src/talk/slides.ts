import type { Outline } from '../live/protocol/position.ts'

/** The deck's slides in this page, in their order. */
export function listSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')]
}

/** The slides' ids and steps, as the live channel needs them. */
export function outlineSlides(slides: readonly HTMLElement[]): Outline {
  return slides.map((slide) => ({ id: slide.id, steps: countSteps(slide) }))
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
