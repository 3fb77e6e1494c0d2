import { describe, expect, it } from 'vitest'
import { decodeFragment, findAddressed } from './fragment.ts'

const ids = ['pradzia', 'verte-krize', 'verte', 'p2']

describe('the slide that an address means', () => {
  it.each(ids)('is the one of its id: #%s', (id) => {
    expect(findAddressed(`#${id}`, ids)).toBe(id)
  })

  it.each([
    '#Verte-Krize',
    '#VERTE-KRIZE',
    '#verte%2Dkrize',
    '#verte%2dkrize',
    '#verte–krize',
    '#verte%E2%80%91krize',
    '#verte-krize\u200b',
    '#verte-krize_',
    '#verte-krize.',
    '#verte-krize,',
    '#verte-krize)',
    '#verte-krize).',
    '#verte-krize]',
    '#verte-krize>',
    '#verte-krize"',
    "#verte-krize'",
    '#verte-krize“',
    '#verte-krize%E2%80%9D',
    '#verte-krize%22%2C',
    '#verte-krize!',
    '#verte-krize**',
    '#verte-krize%',
    '#verte-krize%20',
    '#„verte-krize“',
    '#Verte%2DKrize).',
  ])('is found in %s, as a program has changed it on the way', (fragment) => {
    expect(findAddressed(fragment, ids)).toBe('verte-krize')
  })

  it.each(['', '#', '#.', '#nera', '#verte-krize/2', '#vertekrize', '#p', '#%', '#%E0%A4%A', '#2'])(
    'is none for %j',
    (fragment) => {
      expect(findAddressed(fragment, ids)).toBeUndefined()
    },
  )

  it('is the one of just this id, where another differs only in what programs change', () => {
    expect(findAddressed('#a-', ['a', 'a-'])).toBe('a-')
    expect(findAddressed('#a-.', ['a', 'a-'])).toBe('a')
  })
})

it.each([
  ['#a%20b', 'a b'],
  ['a%25', 'a%'],
  ['%E0%A4%A', '%E0%A4%A'],
  ['#%C4%85%zz', 'ą%zz'],
])('a fragment is read as it was meant: %s', (fragment, text) => {
  expect(decodeFragment(fragment)).toBe(text)
})
