import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/deck/language.ts'
import { BLANK_PICTURES } from '../../src/deck/picture.ts'
import { LAYOUTS } from '../../src/layouts/index.ts'
import { outlineDeck } from '../../src/page/outline.ts'
import { renderSlides } from '../../src/page/render-slide.ts'
import { SCREENS } from '../../src/proof/screens.ts'
import { readGolden, readWords } from '../../tests/golden.ts'
import deck from './deck.ts'
import { layouts, screens, widths } from './facts.ts'

describe.each(LANGUAGES)('the talk (%s)', (language) => {
  it('says every agreed word and no other', () => {
    const slides = renderSlides({ deck, language, logos: new Map(), pictures: BLANK_PICTURES })
    expect(slides.map(({ markup }) => readWords(markup, ['foot', 'initials']))).toEqual(
      readGolden(new URL(`golden.${language}.txt`, import.meta.url)),
    )
  })
})

it('says how many layouts and screens there are', () => {
  expect({ layouts, screens }).toEqual({ layouts: Object.keys(LAYOUTS).length, screens: SCREENS.length })
})

it('compares screens that the proof looks at', () => {
  expect(SCREENS.map(({ width }) => width)).toEqual(expect.arrayContaining(widths))
})

it('shows each layout but those that tell the first talk’s own story', () => {
  const shown = new Set<string>(Object.values(deck.slides).map(({ layout }) => layout))
  expect(Object.keys(LAYOUTS).filter((layout) => !shown.has(layout))).toEqual(['loop', 'acts'])
})

it('has its slides in order, and its steps', () => {
  expect(outlineDeck(deck).map(({ id, steps }) => `${id} ${steps}`)).toEqual([
    'pavyzdys 0',
    'dalys 0',
    'rasyti 0',
    'skaidre 5',
    'darbai 0',
    'kiek-zodziu 0',
    'isdestyti 0',
    'isdestymai 2',
    'ekranai 0',
    'dydziai 0',
    'auga 0',
    'paveikslas 0',
    'redaktorius 0',
    'visiems 1',
    'parodyti 0',
    'pries 0',
    'programos 0',
    'pamatas 0',
    'jusu-eile 0',
  ])
})
