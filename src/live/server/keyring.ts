import { hashSecret, isSigned, makeSecret, readBearer, signKey } from './secret.ts'

/** What a process that goes on with a room's keys needs: hashes in base64url, no key and no code. */
export interface KeyHashes {
  readonly keys: readonly string[]
  readonly codes: readonly string[]
}

export interface KeyringOptions {
  /**
   * Opens the room as often as one likes, and is known to other processes too, such as a stage that takes over:
   * they accept each other's keys. Without it, each process has one of its own.
   */
  readonly secret?: string
  /** Called after each change of `hashes()`. */
  readonly onChange?: () => void
  /** Milliseconds of a clock that only runs forward; `performance.now` by default. */
  readonly now?: () => number
}

export interface CodeOptions {
  /** How long the code is valid, in milliseconds; by default until it is used. */
  readonly life?: number
  /** Called when the code has been exchanged. */
  readonly onUse?: () => void
}

interface Code {
  readonly validUntil: number
  readonly onUse: () => void
  /** What was sent with it when it was used. */
  readonly usedFor?: string
}

/** How long a code is valid that a browser keeps for a reload or after a crash, in milliseconds. */
export const CODE_LIFE = 5 * 60_000
/** How long a used code may be sent again with the same nonce, as the answer may be lost, in milliseconds. */
const TO_REPEAT = 60_000

/**
 * A room's keys. Who has one may steer and read the notes. Browsers keep addresses and more in their profile, so a
 * key is in none of it: what is there is a code, which opens once. What is stored for the next process is hashes.
 */
export class Keyring {
  readonly #secret: string
  readonly #hashedSecret: string
  /** The hashes of the keys given out, and of those restored. */
  readonly #keys = new Set<string>()
  readonly #codes = new Map<string, Code>()
  readonly #onChange: () => void
  readonly #now: () => number
  #opened = 0

  constructor({ secret, onChange = () => {}, now = () => performance.now() }: KeyringOptions = {}) {
    this.#secret = secret ?? makeSecret()
    this.#hashedSecret = hash(this.#secret)
    this.#onChange = onChange
    this.#now = now
  }

  /** Whether an `Authorization` header carries a key or the secret. */
  admits(header: string | undefined): boolean {
    const key = readBearer(header)
    if (key === undefined) return false
    if (isSigned(key, this.#secret)) return true
    const hashed = hash(key)
    return this.#keys.has(hashed) || hashed === this.#hashedSecret
  }

  /** How many consoles have been opened with this keyring. */
  get opened(): number {
    return this.#opened
  }

  /** A new code, for one use. */
  issueCode({ life = Number.POSITIVE_INFINITY, onUse = () => {} }: CodeOptions = {}): string {
    const code = makeSecret()
    for (const [old, { validUntil }] of this.#codes) if (validUntil <= this.#now()) this.#codes.delete(old)
    this.#codes.set(hash(code), { validUntil: this.#now() + life, onUse })
    this.#onChange()
    return code
  }

  /**
   * The key for a code, which is then used up, or for the secret; undefined when it is neither. `nonce`: 16 random
   * bytes of the browser in base64url. With the same one the same code may be sent again, for the same key.
   */
  exchange(code: string, nonce: string): string | undefined {
    const hashed = hash(code)
    const key = signKey(nonce, this.#secret)
    const found = this.#codes.get(hashed)
    if (found === undefined || found.validUntil <= this.#now()) {
      if (hashed !== this.#hashedSecret) return undefined
    } else if (found.usedFor !== undefined) return found.usedFor === nonce ? key : undefined
    else this.#codes.set(hashed, { ...found, validUntil: this.#now() + TO_REPEAT, usedFor: nonce })
    this.#keys.add(hash(key))
    this.#opened++
    this.#onChange()
    found?.onUse()
    return key
  }

  hashes(): KeyHashes {
    const codes = [...this.#codes].flatMap(([code, { usedFor }]) => (usedFor === undefined ? [code] : []))
    return { keys: [...this.#keys], codes }
  }

  /** Accepts the keys of a process that has ended, and for a while its codes. */
  restore({ keys, codes }: KeyHashes): void {
    for (const key of keys) this.#keys.add(key)
    const validUntil = this.#now() + CODE_LIFE
    for (const code of codes) this.#codes.set(code, { validUntil, onUse: () => {} })
  }
}

function hash(secret: string): string {
  return hashSecret(secret).toString('base64url')
}
