import { describe, expect, it } from 'vitest'
import { findSlide } from './jump.ts'

const SLIDES = [
  { id: 'infodiena', title: 'Klasterių infodiena' },
  { id: 'verte-strategija', title: 'Klasterių vertė' },
  { id: 'verte-krize', title: 'Klasterių vertė' },
  { id: 'jojimas', title: 'Verslas šiandien yra kaip\u00a0jodinėjimas žirgu' },
]

describe('findSlide', () => {
  it.each([
    ['1', 'infodiena'],
    [' 4 ', 'jojimas'],
    ['verte-krize', 'verte-krize'],
    ['VERTE-KRIZE', 'verte-krize'],
    ['Klasterių vertė', 'verte-strategija'],
    ['vertė', 'verte-strategija'],
    ['verte', 'verte-strategija'],
    ['ŽIRGU', 'jojimas'],
    ['zirgu', 'jojimas'],
    ['siandien  yra', 'jojimas'],
    ['kaip jod', 'jojimas'],
    ['info', 'infodiena'],
  ])('finds “%s”: %s', (wanted, slide) => {
    expect(findSlide(wanted, SLIDES)).toBe(slide)
  })

  it.each(['', '  ', '0', '5', '-1', '1.5', 'diena', 'verte-', '́'])('finds nothing for “%s”', (wanted) => {
    expect(findSlide(wanted, SLIDES)).toBeUndefined()
  })
})
