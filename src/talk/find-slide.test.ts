import { describe, expect, it } from 'vitest'
import { findSlide } from './find-slide.ts'

const SLIDES = [
  { id: 'pradzia', title: 'Miesto sodų diena' },
  { id: 'nauda-planas', title: 'Sodų nauda' },
  { id: 'nauda-sausra', title: 'Sodų nauda' },
  { id: 'zygis', title: 'Sodininkystė šiandien yra kaip\u00a0žygis raitomis' },
]

describe('findSlide', () => {
  it.each([
    ['1', 'pradzia'],
    [' 4 ', 'zygis'],
    ['nauda-sausra', 'nauda-sausra'],
    ['NAUDA-SAUSRA', 'nauda-sausra'],
    ['Sodų nauda', 'nauda-planas'],
    ['sodų n', 'nauda-planas'],
    ['nauda', 'nauda-planas'],
    ['ŽYGIS', 'zygis'],
    ['zygis', 'zygis'],
    ['siandien  yra', 'zygis'],
    ['kaip zyg', 'zygis'],
    ['miesto', 'pradzia'],
  ])('finds “%s”: %s', (wanted, slide) => {
    expect(findSlide(wanted, SLIDES)).toBe(slide)
  })

  it.each(['', '  ', '0', '5', '-1', '1.5', 'naktis', 'naudos-', '́'])('finds nothing for “%s”', (wanted) => {
    expect(findSlide(wanted, SLIDES)).toBeUndefined()
  })
})
