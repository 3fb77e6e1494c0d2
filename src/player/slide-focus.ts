import type { Place } from '../talk/place.ts'
import { countSteps, labelOf } from '../talk/slides.ts'
import { announce, phrase } from './announce.ts'

export interface SlideFocus {
  /** Follows to the deck's place if it has changed; however often it is called for one move, it speaks once. */
  readonly follow: () => void
  /** Gives the slide the focus that something closed has left behind. */
  readonly restore: () => void
}

/**
 * Lets the focus follow the slide: a screen reader then says its number and title, and the rest is there to be read.
 * What the focus does not tell is announced: a step, and a slide while the focus is on a control.
 */
export function createSlideFocus(deck: { slide(): HTMLElement; place(): Place }): SlideFocus {
  let told = deck.place()
  let isWaiting = false
  const restore = () => {
    // Whoever is on a control stays there, and an open dialog keeps the focus itself.
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
    // Going back, reveal.js tells of the slide and of each of its steps.
    follow() {
      if (!isWaiting) queueMicrotask(tell)
      isWaiting = true
    },
    restore,
  }
}
