import { listSlides } from '../talk/slides.ts'
import { eachWhenIdle } from './each-when-idle.ts'
import { PLAIN, type View, type ViewOptions } from './view.ts'

/** Frames that it takes to lay out the slides near the window; those before may then turn out longer. */
const FRAMES = 4

/**
 * The document as the browser scrolls it. One is at the slide that covers the middle of the window; the step stays
 * until one moves.
 */
export function openReading({ place, onMove }: ViewOptions): View {
  let current = place
  let wentAt = 0
  let frame = 0
  const slides = listSlides()
  const observer = new IntersectionObserver(
    (entries) => {
      // An entry may come late, from before one had arrived.
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
  // A phone turned sideways and another zoom change the width, and all slides' heights. A phone's bars change only the
  // window's height.
  let width = document.documentElement.clientWidth
  const stayInNewWidth = () => {
    if (document.documentElement.clientWidth === width) return
    width = document.documentElement.clientWidth
    stay()
  }
  window.addEventListener('resize', stayInNewWidth)
  // Slides far from the window are laid out too: who captures or saves the page wants it whole.
  const layOut = (slide: HTMLElement) => {
    const read = findCurrent()
    const top = read?.getBoundingClientRect().top ?? 0
    slide.dataset['laidOut'] = ''
    // The slide may turn out longer. Safari does not keep in place what one reads below it.
    const moved = (read?.getBoundingClientRect().top ?? 0) - top
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
  }
  let stopLayingOut = () => {}
  const start = () => {
    observe()
    stopLayingOut = eachWhenIdle(slides, findCurrent(), layOut)
  }
  // Until the page has loaded, the browser may not have scrolled yet to where the address says.
  if (document.readyState === 'complete') start()
  else window.addEventListener('load', start)
  return {
    ...PLAIN,
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
