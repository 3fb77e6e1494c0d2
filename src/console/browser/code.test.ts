import { expect, it } from 'vitest'
import { makeSecret } from '../../live/server/secret.ts'
import { findCode } from './code.ts'

it('finds the code that the stage makes, alone or at the end of an address', () => {
  const code = makeSecret()
  for (const text of [code, `#${code}`, ` http://192.168.1.20:4173/presenter#${code}\n`]) {
    expect(findCode(text)).toBe(code)
  }
})

it.each(['.', ')', '%22', '”,', '%20'])('finds it when a chat has added %s', (end) => {
  const code = makeSecret()
  const changed = code.replaceAll('-', '%2D').replaceAll('_', '%5F')
  expect(findCode(`http://192.168.1.20:4173/presenter#${changed}${end}`)).toBe(code)
})

it.each(['', '#', 'sodai', 'http://localhost:4173/presenter', '#sodai', 'x'.repeat(44)])(
  'finds none in %j',
  (text) => {
    expect(findCode(text)).toBeUndefined()
  },
)
