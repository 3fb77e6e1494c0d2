import { isShown } from './find-element.ts'

/** What keys do, by `KeyboardEvent.key`; letters are small. */
export type Keys = Readonly<Record<string, () => void>>

/** Answers the keys, but never where someone types, in a dialog, or where a control needs the key itself. */
export function installKeys(keys: Keys): void {
  document.addEventListener('keydown', (event) => {
    if (!isConsoleKey(event)) return
    const act = keys[nameKey(event)]
    if (act === undefined) return
    event.preventDefault()
    // A key that is held down counts once: nobody runs through a talk by leaning on a key.
    if (!event.repeat) act()
  })
}

function isConsoleKey(event: KeyboardEvent): boolean {
  const { key, target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.querySelector('dialog[open]') !== null) return false
  // A dialog that was just closed keeps the focus for a moment, on what can no longer be seen.
  if (!(target instanceof Element) || !isShown(target)) return true
  if (target.closest('input, textarea, select') !== null) return false
  // Who has tabbed to the notes scrolls them; a remote control sends other keys.
  if (target.matches('.cues:focus-visible') && (key === 'ArrowUp' || key === 'ArrowDown')) return false
  return target.closest('a, button') === null || ![' ', 'Enter'].includes(key)
}

function nameKey({ key, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return shiftKey ? 'Shift+ ' : key
  return key.length === 1 ? key.toLowerCase() : key
}
