/** The longest wait, in milliseconds: a covered window is never idle, and Safari reports no idle time. */
const PATIENCE = 500
const PAUSE = 100

const whenIdle: (act: () => void) => void =
  'requestIdleCallback' in globalThis
    ? (act) => requestIdleCallback(act, { timeout: PATIENCE })
    : (act) => setTimeout(act, PAUSE)

/**
 * Calls `act` for one slide at a time when the browser is idle: `first`, the slides after it, then those
 * before it. Returns a function that stops this.
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
