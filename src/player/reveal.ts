import Reveal from 'reveal.js'
import { countTakenSteps, findNext, findPrevious, labelOf, listSlides, type Place } from '../talk/place.ts'
import { readyAhead } from './ahead.ts'
import { announce, phrase } from './announce.ts'
import { rememberAttributes } from './attributes.ts'
import { createFollowFocus } from './follow-focus.ts'
import { nextTask } from './next-task.ts'
import { type Overview, openOverview } from './overview.ts'
import { createShowFirst } from './show-first.ts'
import { scrollToStep, showPlace, showSteps } from './steps.ts'
import type { Keys, View, ViewOptions } from './view.ts'

/** One slide at a time, by reveal.js. The slide's size and place stay the styles' own (`disableLayout`). */
export async function openPresentation({ place, onMove }: ViewOptions): Promise<View> {
  const element = document.querySelector<HTMLElement>('.reveal')
  const main = document.querySelector<HTMLElement>('.slides')
  if (element === null || main === null) throw new Error('the page has no .reveal with its .slides')
  // reveal.js lets the query override its configuration (?view=print takes the page apart).
  if (location.search !== '') history.replaceState(history.state, '', location.pathname + location.hash)
  const slides = listSlides()
  showSteps(slides, undefined)
  const restore = rememberAttributes([
    document.body,
    element,
    main,
    ...slides,
    ...main.querySelectorAll('.fragment'),
  ])
  showSteps(slides, place)
  // On a small screen a slide may be longer than the screen; in focus, it is the browser's to scroll.
  for (const slide of slides) {
    slide.tabIndex = 0
    // Where none is named reveal.js looks for it, and has the page's styles worked out anew for each slide.
    slide.dataset['backgroundColor'] = 'rgba(0, 0, 0, 0)'
  }
  await nextTask()
  const deck = new Reveal(element, {
    disableLayout: true,
    controls: false,
    progress: false,
    center: false,
    hash: false,
    respondToHashChanges: false,
    // The keys are our own: few, all on the help sheet, and none that a browser or a focused control needs.
    keyboard: false,
    jumpToSlide: false,
    help: false,
    overview: false,
    transition: 'none',
    backgroundTransition: 'none',
    postMessage: false,
    hideInactiveCursor: false,
    // It would take the focus off a field or a chosen slide whenever one comes back to the window.
    focusBodyOnPageVisibilityChange: false,
    // It starts when its plugins are ready: in a task of its own, so that neither is a long one.
    plugins: [{ id: 'nextTask', init: nextTask }],
  })
  await deck.initialize()
  // It is a document still: a screen reader's own keys must go on working.
  element.removeAttribute('role')
  // reveal.js reads out whole slides; what is announced is brief, and the rest is there to be read.
  element.querySelector('.aria-status')?.remove()
  element.querySelector('.pause-overlay')?.setAttribute('data-prevent-swipe', '')
  document.documentElement.dataset['ready'] = ''

  const indexOf = (id: string) => slides.findIndex((slide) => slide.id === id)
  const told = (): Place => {
    const slide = deck.getCurrentSlide()
    return { slide: slide.id, step: countTakenSteps(slide) }
  }
  const goTo = ({ slide, step }: Place) => {
    const left = deck.getCurrentSlide()
    if (left.id === slide) return deck.navigateFragment(step - 1)
    // Hiding what has the focus makes the browser work out the page's styles then and there.
    if (document.activeElement instanceof HTMLElement && left.contains(document.activeElement))
      document.activeElement.blur()
    return deck.slide(indexOf(slide), 0, step - 1)
  }
  const keyed = createShowFirst({
    show: (place) => showPlace(slides, place),
    tell(place) {
      if (place.slide !== deck.getCurrentSlide().id) goTo(place)
      // In a step that is shown already, reveal.js finds nothing to tell of.
      else if (!deck.navigateFragment(place.step - 1)) report()
    },
  })
  const here = () => keyed.shown() ?? told()
  let overview: Overview | undefined
  const focus = createFollowFocus({ getSlide: () => deck.getCurrentSlide(), getPlace: told })
  const closeOverview = () => {
    if (overview === undefined) return false
    overview.close()
    overview = undefined
    return true
  }
  const leaveOverview = () => {
    if (closeOverview()) focus.restore()
  }
  const go = (place: Place) => {
    // The focus goes to another slide with the move, and only there.
    if (place.slide === deck.getCurrentSlide().id) leaveOverview()
    else closeOverview()
    keyed.settle()
    goTo(place)
  }
  const toggleOverview = () => {
    keyed.settle()
    if (overview !== undefined) return leaveOverview()
    overview = openOverview({
      element,
      from: here().slide,
      onLeave: leaveOverview,
      onChoose(slide) {
        if (slide === here().slide) leaveOverview()
        else go({ slide, step: 0 })
      },
    })
  }
  const togglePause = () => deck.togglePause()
  const move = (place: Place | undefined) => place && keyed.move(place)
  const next = () => move(findNext(here(), slides))
  const previous = () => move(findPrevious(here(), slides))
  const moveTo = (slide: HTMLElement | undefined) => move(slide && { slide: slide.id, step: 0 })
  const pauseKeys: Keys = { b: togglePause, '.': togglePause }
  const keys: Keys = {
    ...pauseKeys,
    ArrowRight: next,
    ArrowDown: next,
    PageDown: next,
    ' ': next,
    ArrowLeft: previous,
    ArrowUp: previous,
    PageUp: previous,
    'Shift+ ': previous,
    Home: () => moveTo(slides[0]),
    End: () => moveTo(slides.at(-1)),
    o: toggleOverview,
    Escape: toggleOverview,
  }
  goTo(place)
  const ahead = readyAhead(slides, deck.getCurrentSlide())
  const report = () => {
    const slide = deck.getCurrentSlide()
    // With the frame's own layout, which would else be worked out twice.
    requestAnimationFrame(() => scrollToStep(slide))
    ahead.keepNear(slide)
    onMove(told())
    focus.move()
  }
  const tellPause = () => announce(deck.isPaused() ? phrase('black') : labelOf(deck.getCurrentSlide()))
  const moves = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const
  const pauses = ['paused', 'resumed'] as const
  for (const move of moves) deck.on(move, report)
  for (const pause of pauses) deck.on(pause, tellPause)

  return {
    place: here,
    go,
    keys() {
      keyed.settle()
      if (deck.isPaused()) return pauseKeys
      return overview === undefined ? keys : { ...pauseKeys, ...overview.keys }
    },
    isPaused: () => deck.isPaused(),
    setPaused: (paused) => deck.togglePause(paused),
    toggleOverview,
    leaveOverview,
    close() {
      leaveOverview()
      keyed.settle()
      ahead.close()
      for (const move of moves) deck.off(move, report)
      for (const pause of pauses) deck.off(pause, tellPause)
      delete document.documentElement.dataset['ready']
      // One timer survives this, reveal.js's own: once a second it looks whether its element was scrolled.
      deck.destroy()
      restore()
      if (document.documentElement.className === '') document.documentElement.removeAttribute('class')
    },
  }
}
