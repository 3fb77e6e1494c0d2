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

test('its bearer is let in, by whichever case the scheme is written', () => {
  const secret = makeSecret()
  expect(isAuthorized(`Bearer ${secret}`, [hashSecret(secret)])).toBe(true)
  expect(isAuthorized(`bearer ${secret}`, [hashSecret(secret)])).toBe(true)
})

test('of several, each is let in', () => {
  const secrets = [makeSecret(), makeSecret()]
  for (const secret of secrets) expect(isAuthorized(`Bearer ${secret}`, secrets.map(hashSecret))).toBe(true)
  expect(isAuthorized(`Bearer ${makeSecret()}`, secrets.map(hashSecret))).toBe(false)
})

test('what is kept does not let anyone in', () => {
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
