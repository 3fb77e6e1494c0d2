import { findAddressed } from '../deck/fragment.ts'
import type { Place } from '../talk/place.ts'
import { countSteps, listSlides } from '../talk/slides.ts'

function findNamed(slides: readonly HTMLElement[]): HTMLElement | undefined {
  const named = findAddressed(
    location.hash,
    slides.map(({ id }) => id),
  )
  return slides.find(({ id }) => id === named)
}

/** Whether the fragment is a slide's exact id, a changed form of one, or unknown; none counts as exact. */
export function classifyAddress(): 'exact' | 'changed' | 'unknown' {
  const named = findNamed(listSlides())
  if (named === undefined) return location.hash === '' ? 'exact' : 'unknown'
  return location.hash === `#${named.id}` ? 'exact' : 'changed'
}

/** The place in the address and the history entry; the first slide when the address names none. */
export function readPlace(): Place {
  const slides = listSlides()
  const slide = findNamed(slides) ?? slides[0]
  if (slide === undefined) throw new Error('the page has no slides')
  return { slide: slide.id, step: Math.min(readStep(history.state), countSteps(slide)) }
}

/** The step in a history entry's state; 0 when other code wrote the state. */
function readStep(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('step' in state)) return 0
  return typeof state.step === 'number' && state.step > 0 ? Math.floor(state.step) : 0
}

/** Writes the place into the address. With `push` another slide adds a history entry; a step never does. */
export function writePlace({ slide, step }: Place, { push }: { push: boolean }): void {
  const state = { step }
  // Replaces the state only: at the first slide, an address without a fragment stays as it is.
  if (readPlace().slide === slide) history.replaceState(state, '')
  else if (push) history.pushState(state, '', `#${slide}`)
  else history.replaceState(state, '', `#${slide}`)
}

/** Replaces the address with the one of the place. */
export function correctAddress({ slide, step }: Place): void {
  history.replaceState({ step }, '', `#${slide}`)
}
