import { readFields } from '../protocol/position.ts'
import { Refusal } from './answer.ts'
import { CODE_LIFE, type Keyring } from './keyring.ts'

/** Accepts a console's key for its code; the answer is the code for the console's next start. */
export function openWithCode(value: unknown, keyring: Keyring): { readonly code: string } {
  const { code, key } = readFields(value)
  if (typeof code !== 'string' || !isSecret(key)) {
    throw new Refusal(400, 'the body is { code, key }: the key is 43 random characters of base64url')
  }
  if (!keyring.exchange(code, key)) {
    throw new Refusal(401, 'the code was used, is too old, or is of another room', {
      'WWW-Authenticate': 'Bearer',
    })
  }
  return { code: keyring.issueCode({ life: CODE_LIFE }) }
}

/** A new code for a console that has the key: for its own next start, or for the speaker's phone. */
export function issueCode(value: unknown, keyring: Keyring): { readonly code: string } {
  const { life = CODE_LIFE } = readFields(value)
  if (typeof life !== 'number' || !(life > 0 && life <= CODE_LIFE)) {
    throw new Refusal(400, `the body is { life }: milliseconds, ${CODE_LIFE} at most`)
  }
  return { code: keyring.issueCode({ life }) }
}

function isSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value)
}
