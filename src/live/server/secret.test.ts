import { expect, test } from 'vitest'
import { hashSecret, isAuthorized, makeSecret } from './secret.ts'

test('a secret is 256 bits that need no escaping, another one each time', () => {
  const secrets = new Set(Array.from({ length: 100 }, makeSecret))
  expect(secrets.size).toBe(100)
  for (const secret of secrets) {
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  }
})

test('the header with the secret is accepted, whatever the case of its scheme', () => {
  const secret = makeSecret()
  expect(isAuthorized(`Bearer ${secret}`, [hashSecret(secret)])).toBe(true)
  expect(isAuthorized(`bearer ${secret}`, [hashSecret(secret)])).toBe(true)
})

test('each of several secrets is accepted', () => {
  const secrets = [makeSecret(), makeSecret()]
  for (const secret of secrets) expect(isAuthorized(`Bearer ${secret}`, secrets.map(hashSecret))).toBe(true)
  expect(isAuthorized(`Bearer ${makeSecret()}`, secrets.map(hashSecret))).toBe(false)
})

test('the stored hash is not accepted as a secret', () => {
  const hash = hashSecret(makeSecret())
  expect(isAuthorized(`Bearer ${hash.toString('base64url')}`, [hash])).toBe(false)
})

test.each([
  ['no header', () => undefined],
  ['an empty one', () => ''],
  ['the secret alone', (secret: string) => secret],
  ['another scheme', (secret: string) => `Basic ${secret}`],
  ['another secret', () => `Bearer ${makeSecret()}`],
  ['a shortened one', (secret: string) => `Bearer ${secret.slice(0, -1)}`],
  ['a lengthened one', (secret: string) => `Bearer ${secret}A`],
  ['two of them', (secret: string) => `Bearer ${secret}, Bearer ${secret}`],
])('%s is not let in', (_, header) => {
  const secret = makeSecret()
  expect(isAuthorized(header(secret), [hashSecret(secret)])).toBe(false)
})
