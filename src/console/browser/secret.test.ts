import { expect, it } from 'vitest'
import { makeSecret } from '../../live/server/secret.ts'
import { findSecret } from './secret.ts'

it('finds the secret that the live channel makes, alone or at the end of an address', () => {
  const secret = makeSecret()
  for (const text of [secret, `#${secret}`, ` http://192.168.1.20:4173/presenter#${secret}\n`]) {
    expect(findSecret(text)).toBe(secret)
  }
})

it.each(['.', ')', '%22', '”,', '%20'])('finds it when a chat has added %s', (end) => {
  const secret = makeSecret()
  const changed = secret.replaceAll('-', '%2D').replaceAll('_', '%5F')
  expect(findSecret(`http://192.168.1.20:4173/presenter#${changed}${end}`)).toBe(secret)
})

it.each(['', '#', 'sodai', 'http://localhost:4173/presenter', '#sodai', 'x'.repeat(44)])(
  'finds none in %j',
  (text) => {
    expect(findSecret(text)).toBeUndefined()
  },
)
