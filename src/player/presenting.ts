import type { Keys } from '../talk/keys.ts'
import { createMoves } from '../talk/moves.ts'
import { outlineSlides } from '../talk/outline-slides.ts'
import type { Place } from '../talk/place.ts'
import { labelOf, listSlides } from '../talk/slides.ts'
import { announce, phrase } from './announce.ts'
import { eachWhenIdle } from './each-when-idle.ts'
import { type Overview, openOverview } from './overview.ts'
import { createQuickMoves } from './quick-moves.ts'
import { openReveal } from './reveal.ts'
import { markNeighbours, scrollToStep, showPlace } from './show-place.ts'
import { createSlideFocus } from './slide-focus.ts'
import type { View, ViewKey, ViewOptions } from './view.ts'

/** The presenting view: one slide at a time. */
export async function openPresenting({ place, onMove }: ViewOptions): Promise<View> {
  const slides = listSlides()
  const report = () => {
    const slide = deck.slide()
    // Waits for the next frame, as its layout is computed anyway.
    requestAnimationFrame(() => scrollToStep(slide))
    markNeighbours(slides, slide)
    onMove(deck.place())
    focus.follow()
  }
  const deck = await openReveal({
    slides,
    place,
    onMove: report,
    onBlack: () => announce(deck.isBlack() ? phrase('black') : labelOf(deck.slide())),
  })
  const focus = createSlideFocus(deck)
  const quick = createQuickMoves({
    show: (place) => showPlace(slides, place),
    tell: (place) => deck.go(place) || report(),
  })
  const here = () => quick.pending() ?? deck.place()

  let overview: Overview | undefined
  const closeOverview = () => {
    const wasOpen = overview !== undefined
    overview?.close()
    overview = undefined
    return wasOpen
  }
  const leaveOverview = () => {
    if (closeOverview()) focus.restore()
  }
  const go = (place: Place) => {
    // A move to another slide moves the focus itself; on the same slide, leaving the overview restores it.
    if (place.slide === deck.slide().id) leaveOverview()
    else closeOverview()
    quick.settle()
    deck.go(place)
  }
  const toggleOverview = () => {
    quick.settle()
    if (overview !== undefined) return leaveOverview()
    const onChoose = (slide: string) => go(slide === here().slide ? here() : { slide, step: 0 })
    overview = openOverview({ from: here().slide, onChoose })
  }

  const toggleBlack = () => deck.setBlack()
  const blackKeys: Keys<'b' | '.'> = { b: toggleBlack, '.': toggleBlack }
  const keys: Keys<ViewKey> = {
    ...blackKeys,
    ...createMoves(outlineSlides(slides), here, quick.move).keys,
    o: toggleOverview,
    Escape: toggleOverview,
  }

  markNeighbours(slides, deck.slide())
  // Lays slides out in idle time, so that a move only has to show another one.
  const stopLayingOut = eachWhenIdle(slides, deck.slide(), (slide) => {
    slide.dataset['laidOut'] = 'now'
    // A lazy picture would wait until its slide is seen.
    for (const picture of slide.querySelectorAll('img')) picture.loading = 'eager'
    // Asked for its size, the browser lays it out before the styles hide it again.
    slide.getBoundingClientRect()
    slide.dataset['laidOut'] = 'kept'
  })
  return {
    place: here,
    go,
    keys() {
      quick.settle()
      if (deck.isBlack()) return blackKeys
      return overview === undefined ? keys : { ...blackKeys, ...overview.keys }
    },
    isBlack: deck.isBlack,
    setBlack: deck.setBlack,
    toggleOverview,
    leaveOverview,
    close() {
      leaveOverview()
      quick.settle()
      stopLayingOut()
      deck.close()
    },
  }
}
