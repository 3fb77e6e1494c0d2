import { isShown } from './find-element.ts'

/** Actions by `KeyboardEvent.key`, letters in lower case. */
export type Keys = Readonly<Record<string, () => void>>

/**
 * Runs the actions of keys, except in dialogs, in text fields, and on controls that need the key themselves.
 * `getKeys` returns the keys that act now; a key for which `isKept` returns true does not act either.
 */
export function installKeys(getKeys: () => Keys, isKept: (event: KeyboardEvent) => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (isBrowsers(event) || isKept(event)) return
    const act = getKeys()[nameKey(event)]
    if (act === undefined) return
    event.preventDefault()
    // A key that is held down acts once, so that nobody runs through a talk by leaning on it.
    if (!event.repeat) act()
  })
}

function isBrowsers(event: KeyboardEvent): boolean {
  const { key, target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (document.querySelector('dialog[open]') !== null) return true
  // After a dialog closes, the focus stays for a moment in its hidden field.
  if (!(target instanceof Element) || !isShown(target)) return false
  if (target.closest('input, textarea, select') !== null) return true
  return target.closest('a, button') !== null && [' ', 'Enter'].includes(key)
}

/** A key's name in `Keys`. */
export function nameKey({ key, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return shiftKey ? 'Shift+ ' : key
  return key.length === 1 ? key.toLowerCase() : key
}
