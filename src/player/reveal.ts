import Reveal, { type RevealConfig } from 'reveal.js'
import { find } from '../talk/find-element.ts'
import type { Place } from '../talk/place.ts'
import { countTakenSteps, showSteps } from '../talk/slides.ts'
import { nextTask } from './next-task.ts'
import { rememberAttributes } from './remember-attributes.ts'
import { showPlace } from './show-place.ts'

export interface RevealOptions {
  readonly slides: readonly HTMLElement[]
  readonly place: Place
  /** Called after each move to another slide or step, several times for one move back to a slide's last step. */
  readonly onMove: () => void
  /** Called when the screen has become black or has come back. */
  readonly onBlack: () => void
}

/** What is asked of reveal.js: it moves slides and steps, and makes the screen black. */
export interface RevealDeck {
  slide(): HTMLElement
  place(): Place
  /** Goes to a place. False when reveal.js is in that step already, and does not call `onMove`. */
  go(place: Place): boolean
  isBlack(): boolean
  /** Makes the screen black or brings it back; without a value, whichever it is not now. */
  setBlack(black?: boolean): void
  /** Leaves the document as it was before. */
  close(): void
}

/** The slide's size and place stay the styles' own (`disableLayout`), the keys and the address the player's. */
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
  // It takes the focus off a field or a chosen slide whenever one comes back to the window.
  focusBodyOnPageVisibilityChange: false,
  // reveal.js starts when its plugins are ready: in a task of its own, so that neither task is a long one.
  plugins: [{ id: 'nextTask', init: nextTask }],
}

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const
const BLACK = ['paused', 'resumed'] as const

/** Starts reveal.js at a place. */
export async function openReveal({ slides, place, onMove, onBlack }: RevealOptions): Promise<RevealDeck> {
  const element = find('.reveal', HTMLElement)
  const restore = preparePage(element, slides, place)
  await nextTask()
  const deck = new Reveal(element, CONFIGURATION)
  await deck.initialize()
  // The slides are still a document: a screen reader's own keys must go on working.
  element.removeAttribute('role')
  // reveal.js reads out whole slides. The player announces less, and leaves the rest to be read.
  element.querySelector('.aria-status')?.remove()
  element.querySelector('.pause-overlay')?.setAttribute('data-prevent-swipe', '')
  document.documentElement.dataset['ready'] = ''

  const go = ({ slide, step }: Place) => {
    const left = deck.getCurrentSlide()
    if (left.id === slide) return deck.navigateFragment(step - 1)
    // Hiding what has the focus makes the browser work out the page's styles then and there.
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
    place() {
      const slide = deck.getCurrentSlide()
      return { slide: slide.id, step: countTakenSteps(slide) }
    },
    go,
    isBlack: () => deck.isPaused(),
    setBlack: (black) => deck.togglePause(black),
    close() {
      for (const move of MOVES) deck.off(move, onMove)
      for (const change of BLACK) deck.off(change, onBlack)
      delete document.documentElement.dataset['ready']
      // One timer survives this, reveal.js's own: once a second it looks whether its element was scrolled.
      deck.destroy()
      restore()
      if (document.documentElement.className === '') document.documentElement.removeAttribute('class')
    },
  }
}

/** Shows the place before reveal.js does, so that nothing flashes. Gives a function that puts all attributes back. */
function preparePage(element: HTMLElement, slides: readonly HTMLElement[], place: Place): () => void {
  // reveal.js lets the query override its configuration (?view=print takes the page apart).
  if (location.search !== '') history.replaceState(history.state, '', location.pathname + location.hash)
  // The page's head has marked the first view.
  for (const slide of slides) {
    slide.classList.remove('present')
    showSteps(slide, 0)
  }
  const changed = element.querySelectorAll('.slides, .slides > section, .slides .fragment')
  const restore = rememberAttributes([document.body, element, ...changed])
  showPlace(slides, place)
  for (const slide of slides) {
    // On a small screen a slide may be longer than the screen: the browser scrolls what has the focus.
    slide.tabIndex = 0
    // Where a slide names no background, reveal.js computes the page's styles once more for each slide.
    slide.dataset['backgroundColor'] = 'rgba(0, 0, 0, 0)'
  }
  return restore
}
