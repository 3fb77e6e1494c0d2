import { toggleFullScreen } from '../talk/full-screen.ts'
import { openJump } from '../talk/jump.ts'
import { installCharacterKeys } from './character-keys.ts'
import { openDialog } from './dialog.ts'
import type { Keys } from './view.ts'
import type { Views } from './views.ts'

/** Answers the keys: those of the view, and those that mean the same in both. The help sheet lists them all. */
export function installKeys(views: Views): void {
  const everywhere: Keys = {
    '?': () => openDialog('help'),
    F1: () => openDialog('help'),
    f: () => void toggleFullScreen(),
    g: () => openJump(views),
    l: () => document.querySelector<HTMLElement>('[data-control="language"]')?.click(),
    r: () => void views.switch(),
  }
  const haveCharacters = installCharacterKeys()
  document.addEventListener('keydown', (event) => {
    if (!isDeckKey(event) || (isCharacter(event) && !haveCharacters())) return
    const name = nameKey(event)
    const act = views.keys()[name] ?? (views.isPaused() ? undefined : everywhere[name])
    if (act === undefined) return
    event.preventDefault()
    // A key that is held down counts once: nobody runs through a talk by leaning on a key.
    if (!event.repeat) act()
  })
}

/** Whether a key is the deck's: not with a modifier, in a dialog, in a field, nor where a control needs it. */
function isDeckKey(event: KeyboardEvent): boolean {
  const { target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.querySelector('dialog[open]') !== null) return false
  // A dialog that was just closed keeps the focus for a moment, in a field that can no longer be seen.
  if (!(target instanceof Element) || target.getClientRects().length === 0) return true
  if (target.closest('input, textarea, select') !== null) return false
  return target.closest('a, button') === null || ![' ', 'Enter'].includes(event.key)
}

/** Space writes nothing, and is a clicker's key besides. */
function isCharacter({ key }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' '
}

function nameKey({ key, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return shiftKey ? 'Shift+ ' : key
  return key.length === 1 ? key.toLowerCase() : key
}
