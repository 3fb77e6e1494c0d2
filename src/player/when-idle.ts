/** Milliseconds: a window that is covered is never idle, and Safari has no idle time to give. */
const PATIENCE = 500
const PAUSE = 100

const whenIdle: (act: () => void) => void =
  'requestIdleCallback' in globalThis
    ? (act) => requestIdleCallback(act, { timeout: PATIENCE })
    : (act) => setTimeout(act, PAUSE)

/**
 * Does something to each slide, one after the other, each when nothing else is to be done: `first`, what follows it,
 * and then what stands before it. Gives what stops it.
 */
export function eachWhenIdle(
  slides: readonly HTMLElement[],
  first: HTMLElement | undefined,
  act: (slide: HTMLElement) => void,
): () => void {
  const start = first === undefined ? 0 : slides.indexOf(first)
  const waiting = [...slides.slice(start), ...slides.slice(0, start).toReversed()]
  const next = () => {
    const slide = waiting.shift()
    if (slide === undefined) return
    act(slide)
    whenIdle(next)
  }
  whenIdle(next)
  return () => {
    waiting.length = 0
  }
}
