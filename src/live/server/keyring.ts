import { hashSecret, makeSecret, readBearer } from './secret.ts'

/** What a process that goes on with a room's keys needs: hashes in base64url, no key and no code. */
export interface KeyHashes {
  readonly keys: readonly string[]
  readonly codes: readonly string[]
}

export interface KeyringOptions {
  /** Keys that were given out elsewhere, such as the secret in the stage's environment. */
  readonly secrets?: readonly string[]
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
  /** The hash of the key it was used for. */
  readonly usedFor?: string
}

/** How long a code is valid that a browser keeps for a reload or after a crash, in milliseconds. */
export const CODE_LIFE = 5 * 60_000
/** How long a used code may be sent again with the same key, as the answer may be lost, in milliseconds. */
const TO_REPEAT = 60_000

/**
 * A room's keys. Who has one may steer and read the notes, until the process ends. Browsers keep addresses and
 * more in their profile, so a key is in none of it: what is there is a code, which opens once. Only hashes are
 * stored.
 */
export class Keyring {
  readonly #keys: Set<string>
  readonly #secrets: ReadonlySet<string>
  readonly #codes = new Map<string, Code>()
  readonly #onChange: () => void
  readonly #now: () => number

  constructor({ secrets = [], onChange = () => {}, now = () => performance.now() }: KeyringOptions = {}) {
    this.#secrets = new Set(secrets.map(hash))
    this.#keys = new Set(this.#secrets)
    this.#onChange = onChange
    this.#now = now
  }

  /** Whether an `Authorization` header carries one of the keys. */
  admits(header: string | undefined): boolean {
    const key = readBearer(header)
    return key !== undefined && this.#keys.has(hash(key))
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
   * Accepts the key that a browser has made, for a code, which is then used up, or for one of the secrets. False
   * when it is neither.
   */
  exchange(code: string, key: string): boolean {
    const [codeHash, keyHash] = [hash(code), hash(key)]
    const found = this.#codes.get(codeHash)
    if (found === undefined || found.validUntil <= this.#now()) {
      if (!this.#secrets.has(codeHash)) return false
    } else if (found.usedFor !== undefined) return found.usedFor === keyHash
    if (found !== undefined) {
      this.#codes.set(codeHash, { ...found, validUntil: this.#now() + TO_REPEAT, usedFor: keyHash })
    }
    this.#keys.add(keyHash)
    this.#onChange()
    found?.onUse()
    return true
  }

  hashes(): KeyHashes {
    const keys = [...this.#keys].filter((key) => !this.#secrets.has(key))
    const codes = [...this.#codes].flatMap(([code, { usedFor }]) => (usedFor === undefined ? [code] : []))
    return { keys, codes }
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
