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

test('each secret is let in, whatever the case of its scheme, and its hash is not', () => {
  const secrets = [makeSecret(), makeSecret()]
  const keyring = new Keyring({ secrets })
  for (const secret of secrets) {
    expect(keyring.admits(bearer(secret))).toBe(true)
    expect(keyring.admits(`bearer ${secret}`)).toBe(true)
    expect(keyring.admits(bearer(hashSecret(secret).toString('base64url')))).toBe(false)
  }
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
  expect(new Keyring({ secrets: [secret] }).admits(header(secret))).toBe(false)
})

test('a code opens for one key, which may be sent again when the answer was lost, and is no key itself', () => {
  const onUse = vi.fn()
  const keyring = new Keyring()
  const code = keyring.issueCode({ onUse })
  const key = makeSecret()
  expect(keyring.admits(bearer(code))).toBe(false)
  expect([onUse.mock.calls.length, keyring.admits(bearer(key))]).toEqual([0, false])
  expect(keyring.exchange(code, key)).toBe(true)
  expect(keyring.exchange(code, key)).toBe(true)
  expect(keyring.admits(bearer(key))).toBe(true)
  expect(onUse).toHaveBeenCalledOnce()
  const other = makeSecret()
  expect(keyring.exchange(code, other)).toBe(false)
  expect(keyring.exchange(makeSecret(), other)).toBe(false)
  expect(keyring.admits(bearer(other))).toBe(false)
})

test('a code is worth nothing after its time, and a key is no code', () => {
  const clock = { now: 0 }
  const keyring = new Keyring({ now: () => clock.now })
  const [early, late] = [keyring.issueCode({ life: 1000 }), keyring.issueCode({ life: 1000 })]
  const key = makeSecret()
  clock.now = 999
  expect(keyring.exchange(early, key)).toBe(true)
  clock.now = 1000
  expect(keyring.exchange(late, makeSecret())).toBe(false)
  expect(keyring.exchange(key, makeSecret())).toBe(false)
  expect(keyring.admits(bearer(key))).toBe(true)
})

test('the secret opens as often as one likes', () => {
  const secret = makeSecret()
  const keyring = new Keyring({ secrets: [secret] })
  for (const key of [makeSecret(), makeSecret()]) {
    expect(keyring.exchange(secret, key)).toBe(true)
    expect(keyring.admits(bearer(key))).toBe(true)
  }
})

test('another process goes on with keys and unused codes, from what holds none of them, nor the secret', () => {
  const [secret, key] = [makeSecret(), makeSecret()]
  const onChange = vi.fn()
  const first = new Keyring({ secrets: [secret], onChange })
  const used = first.issueCode()
  first.exchange(used, key)
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
  expect(restore().exchange(code, makeSecret())).toBe(true)
  expect(restore().exchange(used, makeSecret())).toBe(false)
  const late = restore()
  clock.now = 3_600_000
  expect(late.exchange(code, makeSecret())).toBe(false)
})
