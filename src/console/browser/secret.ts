import { decodeFragment } from '../../deck/fragment.ts'
import { withStorage } from '../../talk/storage.ts'

/** A secret of `makeSecret`: 32 bytes in base64url. A chat may have added a full stop or the like. */
const SECRET = /^([\w-]{43})[^\p{L}\p{N}_-]*$/u

/** The secret in a URL's fragment, or the text itself when it is a secret. */
export function findSecret(text: string): string | undefined {
  const [, fragment = text] = text.trim().match(/#(.*)$/) ?? []
  return SECRET.exec(decodeFragment(fragment).trim())?.[1]
}

/**
 * Reads the secret and removes it from the address bar, where others could see or copy it. Without one there,
 * returns the secret that this tab has kept.
 */
export function takeSecret(room: string): string | undefined {
  const secret = findSecret(location.hash)
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search)
  if (secret !== undefined) keepSecret(room, secret)
  return secret ?? readSecret(room)
}

/** Keeps the secret while the tab exists, even through a reload or a crash. */
export function keepSecret(room: string, secret: string): void {
  withStorage('sessionStorage', (storage) => storage.setItem(nameEntry(room), secret))
}

/** Removes a refused secret. */
export function forgetSecret(room: string): void {
  withStorage('sessionStorage', (storage) => storage.removeItem(nameEntry(room)))
}

function readSecret(room: string): string | undefined {
  return findSecret(withStorage('sessionStorage', (storage) => storage.getItem(nameEntry(room))) ?? '')
}

function nameEntry(room: string): string {
  return `deck-secret:${room}`
}
