import Reveal, { type RevealConfig } from 'reveal.js'
import { find } from '../talk/find-element.ts'
import type { Place } from '../talk/place.ts'
import { countTakenSteps, showSteps } from '../talk/slides.ts'
import { isHall } from './is-hall.ts'
import { rememberAttributes } from './remember-attributes.ts'
import { showPlace } from './show-place.ts'

export interface RevealOptions {
  readonly slides: readonly HTMLElement[]
  readonly place: Place
  /** Called after each move to another slide or step, several times for one move back to a slide's last step. */
  readonly onMove: () => void
  /** Called when the black screen has been turned on or off. */
  readonly onBlack: () => void
}

/** Our styles lay the slides out (`disableLayout`), and the player handles keys and the address. */
const CONFIGURATION: RevealConfig = {
  disableLayout: true,
  controls: false,
  progress: false,
  center: false,
  hash: false,
  respondToHashChanges: false,
  keyboard: false,
  jumpToSlide: false,
  help: false,
  overview: false,
  transition: 'none',
  backgroundTransition: 'none',
  postMessage: false,
  hideInactiveCursor: false,
  // Otherwise reveal.js takes the focus off a field or a slide whenever the window becomes visible again.
  focusBodyOnPageVisibilityChange: false,
  // reveal.js waits for its plugins: this one makes it start in a new task, so that no task is long.
  plugins: [{ id: 'nextTask', init: nextTask }],
}

/** Resolves in a later task, so that the browser can first handle input and paint. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const
const BLACK = ['paused', 'resumed'] as const

/**
 * Starts reveal.js at a place. Returns the part of it that the player uses: moves between slides and steps, and the
 * black screen.
 */
export async function openReveal({ slides, place, onMove, onBlack }: RevealOptions) {
  const element = find('.reveal', HTMLElement)
  const restore = preparePage(element, slides, place)
  await nextTask()
  const deck = new Reveal(element, { ...CONFIGURATION, touch: !isHall() })
  await deck.initialize()
  // The role would make screen readers pass their own keys on; the slides are still a document to read.
  element.removeAttribute('role')
  // reveal.js announces whole slides. The player announces less, and people read on themselves.
  element.querySelector('.aria-status')?.remove()
  element.querySelector('.pause-overlay')?.setAttribute('data-prevent-swipe', '')
  document.documentElement.dataset['ready'] = ''

  /** Goes to a place. False when reveal.js is already there; it does not call `onMove` then. */
  const go = ({ slide, step }: Place): boolean => {
    const left = deck.getCurrentSlide()
    if (left.id === slide) return deck.navigateFragment(step - 1)
    // Hiding the focused element would make the browser compute all styles at once.
    if (document.activeElement instanceof HTMLElement && left.contains(document.activeElement))
      document.activeElement.blur()
    const index = slides.findIndex(({ id }) => id === slide)
    deck.slide(index, 0, step - 1)
    return true
  }
  go(place)
  for (const move of MOVES) deck.on(move, onMove)
  for (const change of BLACK) deck.on(change, onBlack)
  return {
    slide: () => deck.getCurrentSlide(),
    place(): Place {
      const slide = deck.getCurrentSlide()
      return { slide: slide.id, step: countTakenSteps(slide) }
    },
    go,
    isBlack: () => deck.isPaused(),
    /** Turns the black screen on or off; without a value, toggles it. */
    setBlack: (black?: boolean) => deck.togglePause(black),
    /** Ends reveal.js and restores the document. */
    close() {
      for (const move of MOVES) deck.off(move, onMove)
      for (const change of BLACK) deck.off(change, onBlack)
      delete document.documentElement.dataset['ready']
      // One timer of reveal.js survives this: once a second it checks whether its element was scrolled.
      deck.destroy()
      restore()
      if (document.documentElement.className === '') document.documentElement.removeAttribute('class')
    },
  }
}

/** Shows the place before reveal.js starts, so that nothing flashes. Returns a function that undoes it. */
function preparePage(element: HTMLElement, slides: readonly HTMLElement[], place: Place): () => void {
  // reveal.js would read its configuration from the query: ?view=print rebuilds the page.
  if (location.search !== '') history.replaceState(history.state, '', location.pathname + location.hash)
  // The script in the page's head has marked a slide for the first view.
  for (const slide of slides) {
    slide.classList.remove('present')
    showSteps(slide, 0)
  }
  const changed = element.querySelectorAll('.slides, .slides > section, .slides .fragment')
  const restore = rememberAttributes([document.body, element, ...changed])
  showPlace(slides, place)
  for (const slide of slides) {
    // On a small screen a slide may be longer than the screen: with the focus the arrow keys scroll it.
    slide.tabIndex = 0
    // Without a background on the slide, reveal.js computes the page's styles again for each slide.
    slide.dataset['backgroundColor'] = 'rgba(0, 0, 0, 0)'
  }
  return restore
}
