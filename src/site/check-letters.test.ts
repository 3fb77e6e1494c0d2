import { expect, test } from 'vitest'
import { SAMPLE } from '../../tests/sample-talk.ts'
import type { SlideBase } from '../deck/deck.ts'
import { md } from '../slide.ts'
import { checkLetters } from './check-letters.ts'

/** What is found in a slide with this title, and these words in its notes. */
function check(title: string, notes = '') {
  const slide: SlideBase = {
    layout: 'section',
    title: { lt: title, en: 'A guest' },
    minutes: 1,
    notes: { lt: md`${notes}`, en: md`` },
  }
  return checkLetters('slides/talk', { ...SAMPLE.deck, slides: { guest: slide } })
}

const set = (letters: string, font: string) =>
  `slides/talk/guest.ts: ${letters}: set in ${font}, as the deck's own families lack it.`

test('letters of Latin Extended, signs and spaces are in the deck\u2019s own families', async () => {
  const none = { faults: [], substituted: [] }
  expect(await check('ĄČĘĖĮŠŲŪŽ ąčęėįšųūž „–“ Łódź, Ærø, Şanlıurfa: 50\u202f% \u00ad€')).toEqual(none)
  expect(await check('Žemė', 'Γειά ☃ 🙂')).toEqual(none)
})

test('an accent belongs to its letter, however it is written', async () => {
  expect(await check('Z\u030cole')).toEqual({ faults: [], substituted: [] })
})

test.each([
  ['Ωμέγα', '"Ω" (U+03A9), "μ" (U+03BC), "έ" (U+03AD), "γ" (U+03B3), "α" (U+03B1)', 'Noto Sans'],
  ['Олена', '"О" (U+041E), "л" (U+043B), "е" (U+0435), "н" (U+043D), "а" (U+0430)', 'Noto Sans'],
  ['Nguyễn', '"ễ" (U+1EC5)', 'Noto Sans'],
  ['✓', '"✓" (U+2713)', 'Noto Sans Symbols 2'],
  ['→', '"→" (U+2192)', 'Noto Sans Math'],
])('the letters of %s come from another font', async (title, letters, font) => {
  expect(await check(title)).toEqual({ faults: [], substituted: [set(letters, font)] })
})

test('a letter that no font has is a fault, and the others of the slide are named beside it', async () => {
  expect(await check('漢 Ω')).toEqual({
    faults: ['slides/talk/guest.ts: no font has "漢" (U+6F22); write it in other letters, or as a picture.'],
    substituted: [set('"Ω" (U+03A9)', 'Noto Sans')],
  })
})
