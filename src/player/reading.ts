import { listSlides } from '../talk/slides.ts'
import { PLAIN, type View, type ViewOptions } from './view.ts'
import { eachWhenIdle } from './when-idle.ts'

/** Frames in which what comes near is laid out; the slides before may then be longer than they were taken for. */
const FRAMES = 4

/**
 * The document, scrolled by the browser alone. The slide that covers the middle of the window is where one is; the
 * step is kept until one moves.
 */
export function openReading({ place, onMove }: ViewOptions): View {
  let current = place
  let wentAt = 0
  let frame = 0
  const slides = listSlides()
  const observer = new IntersectionObserver(
    (entries) => {
      // What was seen before one had arrived may be heard after it.
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
  // A phone turned sideways, or another zoom: all slides get other heights. The bars of a phone only change the height.
  let width = document.documentElement.clientWidth
  const stayInNewWidth = () => {
    if (document.documentElement.clientWidth === width) return
    width = document.documentElement.clientWidth
    stay()
  }
  window.addEventListener('resize', stayInNewWidth)
  // What is captured or kept as a whole, far from the window too, has to be laid out.
  const layOut = (slide: HTMLElement) => {
    const read = findCurrent()
    const top = read?.getBoundingClientRect().top ?? 0
    slide.dataset['laidOut'] = ''
    // It may be longer than it was taken for. What one reads below it stays where it is; Safari does not see to that.
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
