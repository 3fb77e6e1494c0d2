import { listSlides } from '../talk/slides.ts'
import { eachWhenIdle } from './each-when-idle.ts'
import { VIEW_DEFAULTS, type View, type ViewOptions } from './view.ts'

/** Frames needed to lay out the slides near the window; slides above it may then change their height. */
const FRAMES = 4

/**
 * The reading view: the browser scrolls the document. The current slide is the one at the middle of the
 * window; the step stays until the slide changes.
 */
export function openReading({ place, onMove }: ViewOptions): View {
  const slides = listSlides()
  let current = place
  /** The part of the current slide above the window's middle, 0 to 1; 0 while the slide's start is seen. */
  let part = 0
  let frame = 0
  let size = measureSize(slides)
  const findCurrent = () => slides.find(({ id }) => id === current.slide)
  const scroll = () => {
    const slide = findCurrent()
    if (slide === undefined) return
    slide.scrollIntoView({ behavior: 'instant' })
    const { top, height } = slide.getBoundingClientRect()
    const left = top + part * height - innerHeight / 2
    if (part > 0 && left > 0) scrollBy({ top: left, behavior: 'instant' })
  }
  const stay = () => {
    cancelAnimationFrame(frame)
    let left = FRAMES
    const arrive = () => {
      scroll()
      frame = left-- > 0 ? requestAnimationFrame(arrive) : 0
    }
    arrive()
  }
  const read = () => {
    const middle = innerHeight / 2
    const shown = slides.findLast((slide) => slide.getBoundingClientRect().top <= middle)
    if (shown === undefined) return
    const { top, height } = shown.getBoundingClientRect()
    part = top < 0 ? (middle - top) / height : 0
    if (shown.id === current.slide) return
    current = { slide: shown.id, step: 0 }
    onMove(current)
  }
  // A turned phone has laid out all slides anew before it tells of its new size, and some browsers have
  // scrolled by then. So whatever event comes first: with a new size, the place is what was read before.
  const follow = () => {
    const before = size
    size = measureSize(slides)
    if (size !== before) stay()
    else if (frame === 0) read()
  }
  window.addEventListener('scroll', follow)
  window.addEventListener('resize', follow)
  let stopLayingOut = () => {}
  // Lays out slides far from the window too, so that a captured or saved page is complete.
  const start = () => {
    stopLayingOut = eachWhenIdle(slides, findCurrent(), (slide) => {
      slide.dataset['laidOut'] = ''
    })
  }
  // Before the page has loaded, the browser may not have scrolled to the address's slide yet.
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start)
  return {
    ...VIEW_DEFAULTS,
    place: () => current,
    go(next) {
      const isNew = next.slide !== current.slide
      current = next
      part = 0
      stay()
      if (isNew) onMove(next)
    },
    close() {
      window.removeEventListener('load', start)
      window.removeEventListener('scroll', follow)
      window.removeEventListener('resize', follow)
      stopLayingOut()
      for (const slide of slides) delete slide.dataset['laidOut']
      cancelAnimationFrame(frame)
    },
  }
}

/** What the height of slides depends on. A phone's bars change the window's height, but not this. */
function measureSize([first]: readonly HTMLElement[]): string {
  const height = first === undefined ? '' : getComputedStyle(first).minBlockSize
  return `${document.documentElement.clientWidth} ${height}`
}
