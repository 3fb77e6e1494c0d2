import { isShown } from './find-element.ts'

/** Actions by `KeyboardEvent.key`, letters in lower case. */
export type Keys<Key extends string = string> = Readonly<Record<Key, () => void>>

/**
 * Runs the actions of keys, except in dialogs, in text fields, and on controls that need the key themselves.
 * `getKeys` returns the keys that act now; a key for which `isKept` returns true does not act either.
 */
export function installKeys(getKeys: () => Keys, isKept: (event: KeyboardEvent) => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (isBrowsers(event) || isKept(event)) return
    const act = findKey(event, getKeys())
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

/** A key's action: by what the key types, else, when that is no Latin character, by its place. */
export function findKey(event: KeyEvent, keys: Keys): (() => void) | undefined {
  const { key, code, shiftKey } = event
  if (key === ' ') return keys[shiftKey ? 'Shift+ ' : key]
  const typed = keys[key.length === 1 ? key.toLowerCase() : key]
  // A Latin letter is what its keyboard shows: on its place another keyboard may have another letter.
  if (typed !== undefined || !/^[^\0-~]$/.test(key)) return typed
  return keys[PLACES[code] ?? code.replace(/^Key/, '').toLowerCase()]
}

type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>

/** What keys type on a Latin keyboard, by `KeyboardEvent.code`: a Lithuanian one has ž on `Equal`. */
const PLACES: Readonly<Partial<Record<string, string>>> = { Equal: '=', Period: '.' }
