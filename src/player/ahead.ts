import { eachWhenIdle } from './when-idle.ts'

/** Slides made ready while there is time, so that a move changes nothing but which of them is seen. */
export interface Ahead {
  /** Has the neighbours of a slide painted behind it. */
  keepNear(slide: HTMLElement): void
  close(): void
}

/** Lays the slides out when there is time, `first` and what follows it first. */
export function readyAhead(slides: readonly HTMLElement[], first: HTMLElement): Ahead {
  const close = eachWhenIdle(slides, first, (slide) => {
    slide.dataset['laidOut'] = ''
  })
  const keepNear = (slide: HTMLElement) => {
    const at = slides.indexOf(slide)
    for (const [index, other] of slides.entries()) {
      other.toggleAttribute('data-near', Math.abs(index - at) <= 1)
    }
  }
  keepNear(first)
  return { keepNear, close }
}
