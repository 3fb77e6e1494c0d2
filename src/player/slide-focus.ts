import type { Place } from '../talk/place.ts'
import { countSteps, labelOf } from '../talk/slides.ts'
import { announce, phrase } from './announce.ts'

/**
 * Makes the focus follow the slide: a screen reader then says the slide's number and title, and its user
 * reads on. Announces what the focus does not tell: a step, and a new slide while the focus stays on a
 * control.
 */
export function createSlideFocus(deck: { slide(): HTMLElement; place(): Place }) {
  let told = deck.place()
  let isWaiting = false
  /** Focuses the slide after something that had the focus has closed. */
  const restore = () => {
    // A focused control and an open dialog keep the focus.
    if (document.activeElement?.closest('.controls, dialog[open]')) return
    deck.slide().focus({ preventScroll: true })
  }
  const tell = () => {
    isWaiting = false
    const place = deck.place()
    const slide = deck.slide()
    if (place.slide !== told.slide) {
      restore()
      if (document.activeElement !== slide) announce(labelOf(slide))
    } else if (place.step !== told.step) {
      announce(phrase('steps', { taken: place.step, all: countSteps(slide) }))
    }
    told = place
  }
  return {
    /**
     * Moves the focus to a new slide or announces a new step. Several calls for one move act only once: a move back
     * makes reveal.js send an event for the slide and one for each of its steps.
     */
    follow() {
      if (!isWaiting) queueMicrotask(tell)
      isWaiting = true
    },
    restore,
  }
}
