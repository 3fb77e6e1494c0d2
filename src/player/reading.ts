import { listSlides } from './place.ts'
import type { View, ViewOptions } from './view.ts'

/** The document, scrolled. The slide that covers the middle of the window is where one is. */
export function openReading({ place, onMove }: ViewOptions): View {
  let current = place
  const observer = new IntersectionObserver(
    (entries) => {
      const shown = entries.find(({ isIntersecting }) => isIntersecting)
      if (shown === undefined || shown.target.id === current.slide) return
      current = { slide: shown.target.id, step: 0 }
      onMove(current)
    },
    { rootMargin: '-50% 0px' },
  )
  const slides = listSlides()
  const scrollTo = (id: string) =>
    slides.find((slide) => slide.id === id)?.scrollIntoView({ behavior: 'instant' })
  // The browser has put a fresh page where its address says; only a place that comes from elsewhere needs a scroll.
  if (location.hash === '' && place.slide !== slides[0]?.id) scrollTo(place.slide)
  for (const slide of slides) observer.observe(slide)
  return {
    place: () => current,
    go(next) {
      current = next
      scrollTo(next.slide)
    },
    close: () => observer.disconnect(),
  }
}
