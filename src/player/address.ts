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

/** Whether the address names a slide by its exact id, by a changed one, or none there is. The talk's own is the first's. */
export function judgeAddress(): 'exact' | 'changed' | 'unknown' {
  const named = findNamed(listSlides())
  if (named === undefined) return location.hash === '' ? 'exact' : 'unknown'
  return location.hash === `#${named.id}` ? 'exact' : 'changed'
}

/** The place that the address and the history entry name; the first slide where they name none. */
export function readPlace(): Place {
  const slides = listSlides()
  const slide = findNamed(slides) ?? slides[0]
  if (slide === undefined) throw new Error('the page has no slides')
  return { slide: slide.id, step: Math.min(readStep(history.state), countSteps(slide)) }
}

/** The step that a history entry remembers. Its state may be anyone's. */
function readStep(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('step' in state)) return 0
  return typeof state.step === 'number' && state.step > 0 ? Math.floor(state.step) : 0
}

/** Lets the address follow. With `push`, another slide becomes a new entry in the history; a step never does. */
export function writePlace({ slide, step }: Place, { push }: { push: boolean }): void {
  const state = { step }
  // The talk's own address, without a slide, is the first slide's too: it stays as it is there.
  if (readPlace().slide === slide) history.replaceState(state, '')
  else if (push) history.pushState(state, '', `#${slide}`)
  else history.replaceState(state, '', `#${slide}`)
}

/** Writes the place into the address, in place of what it says. */
export function correctAddress({ slide, step }: Place): void {
  history.replaceState({ step }, '', `#${slide}`)
}
