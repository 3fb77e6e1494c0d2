import { readFields } from '../protocol/position.ts'
import { Refusal } from './answer.ts'
import { CODE_LIFE, type Keyring } from './keyring.ts'

/** The key for a console's code, and the code for its next start. */
export function openWithCode(
  value: unknown,
  keyring: Keyring,
): { readonly key: string; readonly code: string } {
  const { code, nonce } = readFields(value)
  if (typeof code !== 'string' || typeof nonce !== 'string' || !/^[\w-]{22}$/.test(nonce)) {
    throw new Refusal(400, 'the body is { code, nonce }: the nonce is 16 random bytes in base64url')
  }
  const key = keyring.exchange(code, nonce)
  if (key === undefined) {
    throw new Refusal(401, 'the code was used, is too old, or is of another room', {
      'WWW-Authenticate': 'Bearer',
    })
  }
  return { key, code: keyring.issueCode({ life: CODE_LIFE }) }
}

/** A new code for a console that has the key: for its own next start, or for the speaker's phone. */
export function issueCode(value: unknown, keyring: Keyring): { readonly code: string } {
  const { life = CODE_LIFE } = readFields(value)
  if (typeof life !== 'number' || !(life > 0 && life <= CODE_LIFE)) {
    throw new Refusal(400, `the body is { life }: milliseconds, ${CODE_LIFE} at most`)
  }
  return { code: keyring.issueCode({ life }) }
}
