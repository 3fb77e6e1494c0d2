/** Slides made ready while there is time, so that a move changes nothing but which of them is seen. */
export interface Ahead {
  /** Has the neighbours of a slide painted behind it. */
  keepNear(slide: HTMLElement): void
  close(): void
}

/** Milliseconds: a window that is covered is never idle, and Safari has no idle time to give. */
const PATIENCE = 500
const PAUSE = 100

const whenIdle: (act: () => void) => void =
  'requestIdleCallback' in globalThis
    ? (act) => requestIdleCallback(act, { timeout: PATIENCE })
    : (act) => setTimeout(act, PAUSE)

/** Lays the slides out one after the other, each when nothing else is to be done, `first` and what follows it first. */
export function readyAhead(slides: readonly HTMLElement[], first: HTMLElement): Ahead {
  const start = slides.indexOf(first)
  const waiting = [...slides.slice(start), ...slides.slice(0, start).toReversed()]
  const layOut = () => {
    const slide = waiting.shift()
    if (slide === undefined) return
    slide.dataset['laidOut'] = ''
    whenIdle(layOut)
  }
  whenIdle(layOut)
  const keepNear = (slide: HTMLElement) => {
    const at = slides.indexOf(slide)
    for (const [index, other] of slides.entries()) {
      other.toggleAttribute('data-near', Math.abs(index - at) <= 1)
    }
  }
  keepNear(first)
  return {
    keepNear,
    close() {
      waiting.length = 0
    },
  }
}
