import { describe, expect, it } from 'vitest'
import { decodeFragment, findAddressed } from './fragment.ts'

const ids = ['pradzia', 'nauda-sausra', 'nauda', 'p2']

describe('the slide that an address means', () => {
  it.each(ids)('is the one of its id: #%s', (id) => {
    expect(findAddressed(`#${id}`, ids)).toBe(id)
  })

  it.each([
    '#Nauda-Sausra',
    '#NAUDA-SAUSRA',
    '#nauda%2Dsausra',
    '#nauda%2dsausra',
    '#nauda–sausra',
    '#nauda%E2%80%91sausra',
    '#nauda-sausra\u200b',
    '#nauda-sausra_',
    '#nauda-sausra.',
    '#nauda-sausra,',
    '#nauda-sausra)',
    '#nauda-sausra).',
    '#nauda-sausra]',
    '#nauda-sausra>',
    '#nauda-sausra"',
    "#nauda-sausra'",
    '#nauda-sausra“',
    '#nauda-sausra%E2%80%9D',
    '#nauda-sausra%22%2C',
    '#nauda-sausra!',
    '#nauda-sausra**',
    '#nauda-sausra%',
    '#nauda-sausra%20',
    '#„nauda-sausra“',
    '#Nauda%2DSausra).',
  ])('is found in %s, as a program has changed it on the way', (fragment) => {
    expect(findAddressed(fragment, ids)).toBe('nauda-sausra')
  })

  it.each(['', '#', '#.', '#nera', '#nauda-sausra/2', '#naudasausra', '#p', '#%', '#%E0%A4%A', '#2'])(
    'is none for %j',
    (fragment) => {
      expect(findAddressed(fragment, ids)).toBeUndefined()
    },
  )

  it('is the one with exactly this id, even if programs could turn it into another id', () => {
    expect(findAddressed('#a-', ['a', 'a-'])).toBe('a-')
    expect(findAddressed('#a-.', ['a', 'a-'])).toBe('a')
  })
})

it.each([
  ['#a%20b', 'a b'],
  ['a%25', 'a%'],
  ['%E0%A4%A', '%E0%A4%A'],
  ['#%C4%85%zz', 'ą%zz'],
])('decodes the fragment %s', (fragment, text) => {
  expect(decodeFragment(fragment)).toBe(text)
})
