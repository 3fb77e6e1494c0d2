import { decodeFragment } from '../../deck/fragment.ts'
import { withStorage } from '../../talk/storage.ts'

/** A code or secret of `makeSecret`: 32 bytes in base64url. A chat may have added a full stop or the like. */
const CODE = /^([\w-]{43})[^\p{L}\p{N}_-]*$/u

/** The code in a URL's fragment, or the text itself when it is one. */
export function findCode(text: string): string | undefined {
  const [, fragment = text] = text.trim().match(/#(.*)$/) ?? []
  return CODE.exec(decodeFragment(fragment).trim())?.[1]
}

/** Reads the code in the page's address and removes the fragment, where others could see or copy it. */
export function takeCode(): string | undefined {
  const code = findCode(location.hash)
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return code
}

/** Keeps the code for the next start of this tab. The browser writes it to its disk: it opens once, and soon no more. */
export function keepCode(room: string, code: string): void {
  withStorage('sessionStorage', (storage) => storage.setItem(nameEntry(room), code))
}

/** The code that this tab has kept before a reload or a crash. */
export function readCode(room: string): string | undefined {
  return findCode(withStorage('sessionStorage', (storage) => storage.getItem(nameEntry(room))) ?? '')
}

/** Removes a code that no longer opens. */
export function forgetCode(room: string): void {
  withStorage('sessionStorage', (storage) => storage.removeItem(nameEntry(room)))
}

function nameEntry(room: string): string {
  return `deck-code:${room}`
}
