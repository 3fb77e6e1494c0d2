import Reveal from 'reveal.js'
import { listSlides, type Place } from './place.ts'
import type { View, ViewOptions } from './view.ts'

/** Presenting has more to do than to show a place; these are reveal.js's own. */
export interface Presentation extends View {
  isOverview(): boolean
  toggleOverview(): void
  togglePause(): void
}

export interface PresentationOptions extends ViewOptions {
  /** Whether reveal.js may act on a key; where not, the browser does what it always does. */
  readonly mayUseKey: (event: KeyboardEvent) => boolean
}

/** One slide at a time, by reveal.js. The slide's size and place stay the styles' own (`disableLayout`). */
export async function openPresentation(options: PresentationOptions): Promise<Presentation> {
  const element = document.querySelector<HTMLElement>('.reveal')
  if (element === null) throw new Error('the page has no element .reveal around its slides')
  // reveal.js lets the query override its configuration (?view=print takes the page apart).
  if (location.search !== '') history.replaceState(history.state, '', location.pathname + location.hash)
  const deck = new Reveal(element, {
    disableLayout: true,
    controls: false,
    progress: false,
    center: false,
    hash: false,
    respondToHashChanges: false,
    jumpToSlide: false,
    help: false,
    postMessage: false,
    transition: 'none',
    backgroundTransition: 'none',
    // Its scroll view restores slides from strings of HTML; a narrow window presents like any other.
    scrollActivationWidth: 0,
    hideInactiveCursor: false,
    keyboardCondition: options.mayUseKey,
  })
  await deck.initialize()
  // It is a document still: a screen reader's own keys must go on working.
  element.removeAttribute('role')
  const slides = listSlides()
  const indexOf = (id: string) => slides.findIndex((slide) => slide.id === id)
  const go = ({ slide, step }: Place) => deck.slide(indexOf(slide), 0, step - 1)
  const place = (): Place => {
    const { h, f } = deck.getIndices()
    return { slide: slides[h]?.id ?? '', step: (f ?? -1) + 1 }
  }
  go(options.place)
  const report = () => options.onMove(place())
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const) deck.on(event, report)
  const resume = (event: Event) => {
    if (event.target instanceof Element && event.target.matches('.pause-overlay')) deck.togglePause(false)
  }
  element.addEventListener('click', resume)
  document.documentElement.dataset['ready'] = ''
  return {
    place,
    go,
    isOverview: () => deck.isOverview(),
    toggleOverview: () => deck.toggleOverview(),
    togglePause: () => deck.togglePause(),
    close() {
      if (deck.isOverview()) deck.toggleOverview(false)
      if (deck.isPaused()) deck.togglePause(false)
      delete document.documentElement.dataset['ready']
      element.removeEventListener('click', resume)
      deck.destroy()
      for (const slide of slides) {
        slide.classList.remove('past', 'present', 'future')
        for (const step of slide.querySelectorAll('.fragment'))
          step.classList.remove('visible', 'current-fragment')
      }
    },
  }
}
