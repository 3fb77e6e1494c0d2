import { isShown } from './find-element.ts'

/** What keys do, by `KeyboardEvent.key`; letters are small. */
export type Keys = Readonly<Record<string, () => void>>

/**
 * Answers the keys, but never in a dialog, where someone types, or where a control needs the key itself.
 * `getKeys` gives the keys that act now, `isKept` tells of more keys that are not to act.
 */
export function installKeys(getKeys: () => Keys, isKept: (event: KeyboardEvent) => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (isBrowsers(event) || isKept(event)) return
    const act = getKeys()[nameKey(event)]
    if (act === undefined) return
    event.preventDefault()
    // A key that is held down counts once: nobody runs through a talk by leaning on a key.
    if (!event.repeat) act()
  })
}

function isBrowsers(event: KeyboardEvent): boolean {
  const { key, target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (document.querySelector('dialog[open]') !== null) return true
  // A dialog that has just closed keeps the focus for a moment, in a field that is no longer shown.
  if (!(target instanceof Element) || !isShown(target)) return false
  if (target.closest('input, textarea, select') !== null) return true
  return target.closest('a, button') !== null && [' ', 'Enter'].includes(key)
}

function nameKey({ key, shiftKey }: KeyboardEvent): string {
  if (key === ' ') return shiftKey ? 'Shift+ ' : key
  return key.length === 1 ? key.toLowerCase() : key
}
