import { expect, test, vi } from 'vitest'
import { Keyring } from './keyring.ts'
import { hashSecret, makeSecret } from './secret.ts'

const bearer = (key: string | undefined) => `Bearer ${key}`

test('a secret is 256 bits that need no escaping, another one each time', () => {
  const secrets = new Set(Array.from({ length: 100 }, makeSecret))
  expect(secrets.size).toBe(100)
  for (const secret of secrets) {
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  }
})

const makeNonce = () => `${makeSecret().slice(0, 21)}A`

test('the secret is let in, whatever the case of its scheme, and its hash is not', () => {
  const secret = makeSecret()
  const keyring = new Keyring({ secret })
  expect(keyring.admits(bearer(secret))).toBe(true)
  expect(keyring.admits(`bearer ${secret}`)).toBe(true)
  expect(keyring.admits(bearer(hashSecret(secret).toString('base64url')))).toBe(false)
  expect(new Keyring().admits(bearer(secret))).toBe(false)
})

test.each([
  ['no header', () => undefined],
  ['an empty one', () => ''],
  ['the secret alone', (secret: string) => secret],
  ['another scheme', (secret: string) => `Basic ${secret}`],
  ['another secret', () => bearer(makeSecret())],
  ['a shortened one', (secret: string) => bearer(secret.slice(0, -1))],
  ['a lengthened one', (secret: string) => bearer(`${secret}A`)],
  ['two of them', (secret: string) => `Bearer ${secret}, Bearer ${secret}`],
])('%s is not let in', (_, header) => {
  const secret = makeSecret()
  expect(new Keyring({ secret }).admits(header(secret))).toBe(false)
})

test('a code opens for one key, which is given again when the answer was lost, and is no key itself', () => {
  const onUse = vi.fn()
  const keyring = new Keyring()
  const code = keyring.issueCode({ onUse })
  const nonce = makeNonce()
  expect(keyring.admits(bearer(code))).toBe(false)
  expect(onUse).not.toHaveBeenCalled()
  const key = keyring.exchange(code, nonce)
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(keyring.exchange(code, nonce)).toBe(key)
  expect(keyring.admits(bearer(key))).toBe(true)
  expect(onUse).toHaveBeenCalledOnce()
  expect(keyring.exchange(code, makeNonce())).toBeUndefined()
  expect(keyring.exchange(makeSecret(), nonce)).toBeUndefined()
})

test('a code is worth nothing after its time, and a key is no code', () => {
  const clock = { now: 0 }
  const keyring = new Keyring({ now: () => clock.now })
  const [early, late] = [keyring.issueCode({ life: 1000 }), keyring.issueCode({ life: 1000 })]
  clock.now = 999
  const key = keyring.exchange(early, makeNonce()) ?? ''
  clock.now = 1000
  expect(keyring.exchange(late, makeNonce())).toBeUndefined()
  expect(keyring.exchange(key, makeNonce())).toBeUndefined()
  expect(keyring.admits(bearer(key))).toBe(true)
})

test('the secret opens as often as one likes, and its keys are known wherever it is', () => {
  const secret = makeSecret()
  const [keyring, other] = [new Keyring({ secret }), new Keyring({ secret })]
  const keys = [keyring.exchange(secret, makeNonce()), keyring.exchange(keyring.issueCode(), makeNonce())]
  expect(new Set([secret, ...keys]).size).toBe(3)
  for (const key of keys) {
    expect(other.admits(bearer(key))).toBe(true)
    expect(new Keyring().admits(bearer(key))).toBe(false)
  }
})

test('another process goes on with keys and unused codes, from what holds none of them, nor the secret', () => {
  const secret = makeSecret()
  const onChange = vi.fn()
  const first = new Keyring({ secret, onChange })
  const used = first.issueCode()
  const key = first.exchange(used, makeNonce())
  const code = first.issueCode()
  expect(onChange).toHaveBeenCalledTimes(3)
  const saved = JSON.stringify(first.hashes())
  for (const hidden of [secret, key, code, used, hashSecret(secret).toString('base64url')])
    expect(saved).not.toContain(hidden)
  const clock = { now: 0 }
  const restore = () => {
    const next = new Keyring({ now: () => clock.now })
    next.restore(first.hashes())
    return next
  }
  expect(restore().admits(bearer(key))).toBe(true)
  expect(restore().exchange(code, makeNonce())).toBeDefined()
  expect(restore().exchange(used, makeNonce())).toBeUndefined()
  const late = restore()
  clock.now = 3_600_000
  expect(late.exchange(code, makeNonce())).toBeUndefined()
})
