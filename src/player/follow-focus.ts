import { countSteps, labelOf, type Place } from '../talk/place.ts'
import { announce, phrase } from './announce.ts'

export interface FollowFocusOptions {
  readonly getSlide: () => HTMLElement
  readonly getPlace: () => Place
}

export interface FollowFocus {
  /** The place has changed, perhaps: says so once, however often it is called for one move. */
  readonly move: () => void
  /** What had the focus is gone: it goes to the slide. */
  readonly restore: () => void
}

/**
 * Lets the focus follow the slide, which is what a screen reader then says: its number and title; the rest is there
 * to be read. What the focus does not tell is announced: a step, and a slide while the focus is at a control.
 */
export function createFollowFocus({ getSlide, getPlace }: FollowFocusOptions): FollowFocus {
  let told = getPlace()
  let waiting = false
  const restore = () => {
    // Whoever is at a control stays there, and an open dialog keeps the focus itself.
    if (document.activeElement?.closest('.controls, dialog[open]')) return
    getSlide().focus({ preventScroll: true })
  }
  const tell = () => {
    waiting = false
    const place = getPlace()
    const slide = getSlide()
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
    move() {
      if (!waiting) queueMicrotask(tell)
      waiting = true
    },
    restore,
  }
}
