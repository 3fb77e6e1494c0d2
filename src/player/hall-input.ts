import { enterFullScreen, toggleFullScreen } from '../talk/full-screen.ts'
import { findKey, type Keys } from '../talk/keys.ts'
import type { Moves } from '../talk/moves.ts'
import { showOnPointer } from './controls.ts'

/** A finger that is drawn this far over the screen swipes; a shorter way is a tap. In CSS pixels. */
const SWIPE = 40
/** A click within this time brings the window to the front, and does nothing else. In milliseconds. */
const FRONT = 300
/** The keys that stay the browser's own: they lead out of full screen and to its tools. */
const BROWSERS = ['Escape', 'F11', 'F12']

/**
 * Makes keys, clicks and swipes in the hall's window moves of the talk. Only full screen is the window's own:
 * `F`, and F5, which clickers send for "start". Nothing on the projector opens, scrolls or gets the focus.
 */
export function installHallInput({ keys: moves, next, previous }: Moves, toggleBlack: () => void): void {
  const keys: Keys = {
    ...moves,
    n: next,
    p: previous,
    b: toggleBlack,
    '.': toggleBlack,
    f: toggleFullScreen,
    F5: enterFullScreen,
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || BROWSERS.includes(event.key)) return
    event.preventDefault()
    // A key that is held down acts once.
    if (!event.repeat) findKey(event, keys)?.()
  })
  showOnPointer()
  onClick(next)
  onSwipe({ left: next, right: previous })
  document.addEventListener('contextmenu', (event) => event.preventDefault())
}

function onClick(act: () => void): void {
  let focusedAt = Number.NEGATIVE_INFINITY
  let isFront = true
  window.addEventListener('focus', ({ timeStamp }) => {
    focusedAt = timeStamp
  })
  document.addEventListener('pointerdown', ({ timeStamp }) => {
    isFront = timeStamp - focusedAt > FRONT
  })
  const take = (event: MouseEvent) => {
    // The script itself follows a link to change the hall's language.
    if (!event.isTrusted) return
    event.preventDefault()
    event.stopPropagation()
    if (event.type === 'click' && isFront) act()
  }
  // While capturing, so that no link on a slide opens; the middle button opens one in a new tab.
  document.addEventListener('click', take, { capture: true })
  document.addEventListener('auxclick', take, { capture: true })
}

function onSwipe({ left, right }: { readonly left: () => void; readonly right: () => void }): void {
  let from: number | undefined
  document.addEventListener('pointerdown', ({ pointerType, isPrimary, clientX }) => {
    from = pointerType === 'mouse' || !isPrimary ? undefined : clientX
  })
  document.addEventListener('pointerup', ({ clientX }) => {
    const way = from === undefined ? 0 : clientX - from
    if (Math.abs(way) < SWIPE) return
    if (way < 0) left()
    else right()
  })
}
