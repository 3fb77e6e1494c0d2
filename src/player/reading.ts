import { listSlides } from './place.ts'
import type { View, ViewOptions } from './view.ts'

/**
 * The document, scrolled by the browser alone. The slide that covers the middle of the window is where one is; the
 * step is kept until one moves.
 */
export function openReading({ place, onMove }: ViewOptions): View {
  let current = place
  const slides = listSlides()
  const observer = new IntersectionObserver(
    (entries) => {
      const shown = entries.findLast(({ isIntersecting }) => isIntersecting)
      if (shown === undefined || shown.target.id === current.slide) return
      current = { slide: shown.target.id, step: 0 }
      onMove(current)
    },
    { rootMargin: '-50% 0px' },
  )
  const observe = () => {
    for (const slide of slides) observer.observe(slide)
  }
  // Until the page has loaded, the browser may not have scrolled yet to where the address says.
  if (document.readyState === 'complete') observe()
  else window.addEventListener('load', observe)
  return {
    place: () => current,
    go(next) {
      const isNew = next.slide !== current.slide
      current = next
      slides.find(({ id }) => id === next.slide)?.scrollIntoView({ behavior: 'instant' })
      if (isNew) onMove(next)
    },
    keys: () => ({}),
    isPaused: () => false,
    setPaused() {},
    toggleOverview() {},
    leaveOverview() {},
    close() {
      window.removeEventListener('load', observe)
      observer.disconnect()
    },
  }
}
