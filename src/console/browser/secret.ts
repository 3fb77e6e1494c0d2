import { decodeFragment } from '../../deck/fragment.ts'
import { withStorage } from '../../talk/storage.ts'

/** What the live channel's `makeSecret` gives: 32 bytes in base64url. A chat may have added a full stop. */
const SECRET = /^([\w-]{43})[^\p{L}\p{N}_-]*$/u

/** The secret in an address' fragment, or the text itself when it is one. */
export function findSecret(text: string): string | undefined {
  const [, fragment = text] = text.trim().match(/#(.*)$/) ?? []
  return SECRET.exec(decodeFragment(fragment).trim())?.[1]
}

/**
 * Takes the secret out of the address, where others might see or copy it. Without one there, gives the secret that this
 * tab was opened with.
 */
export function takeSecret(room: string): string | undefined {
  const secret = findSecret(location.hash)
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search)
  if (secret !== undefined) keepSecret(room, secret)
  return secret ?? readSecret(room)
}

/** Keeps the secret for as long as the tab lives, even through a reload or a crash. */
export function keepSecret(room: string, secret: string): void {
  withStorage('sessionStorage', (storage) => storage.setItem(nameEntry(room), secret))
}

/** Forgets a secret that was refused. */
export function forgetSecret(room: string): void {
  withStorage('sessionStorage', (storage) => storage.removeItem(nameEntry(room)))
}

function readSecret(room: string): string | undefined {
  return findSecret(withStorage('sessionStorage', (storage) => storage.getItem(nameEntry(room))) ?? '')
}

function nameEntry(room: string): string {
  return `deck-secret:${room}`
}
