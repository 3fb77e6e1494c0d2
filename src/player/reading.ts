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
  let current = place
  let wentAt = 0
  let frame = 0
  const slides = listSlides()
  const observer = new IntersectionObserver(
    (entries) => {
      // An entry may arrive late, from before the last jump had ended.
      const shown = entries.findLast(({ isIntersecting, time }) => isIntersecting && time >= wentAt)
      if (frame !== 0 || shown === undefined || shown.target.id === current.slide) return
      current = { slide: shown.target.id, step: 0 }
      onMove(current)
    },
    { rootMargin: '-50% 0px' },
  )
  const observe = () => {
    for (const slide of slides) observer.observe(slide)
  }
  const findCurrent = () => slides.find(({ id }) => id === current.slide)
  const scroll = () => {
    findCurrent()?.scrollIntoView({ behavior: 'instant' })
  }
  const stay = () => {
    cancelAnimationFrame(frame)
    let left = FRAMES
    const arrive = () => {
      scroll()
      wentAt = performance.now()
      frame = left-- > 0 ? requestAnimationFrame(arrive) : 0
    }
    arrive()
  }
  // Turning a phone and zooming change the width, and with it all slides' heights. A phone's bars change only
  // the window's height.
  let width = document.documentElement.clientWidth
  const stayInNewWidth = () => {
    if (document.documentElement.clientWidth === width) return
    width = document.documentElement.clientWidth
    stay()
  }
  window.addEventListener('resize', stayInNewWidth)
  // Lays out slides far from the window too, so that a captured or saved page is complete.
  const layOut = (slide: HTMLElement) => {
    const read = findCurrent()
    const top = read?.getBoundingClientRect().top ?? 0
    slide.dataset['laidOut'] = ''
    // The slide's height may change. Safari has no scroll anchoring, so keep the text below it in place.
    const moved = (read?.getBoundingClientRect().top ?? 0) - top
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
  }
  let stopLayingOut = () => {}
  const start = () => {
    observe()
    stopLayingOut = eachWhenIdle(slides, findCurrent(), layOut)
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
      stay()
      if (isNew) onMove(next)
    },
    close() {
      window.removeEventListener('load', start)
      window.removeEventListener('resize', stayInNewWidth)
      observer.disconnect()
      stopLayingOut()
      for (const slide of slides) delete slide.dataset['laidOut']
      cancelAnimationFrame(frame)
    },
  }
}
