import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { countSteps, outlineDeck } from './outline.ts'
import { renderSlides } from './render-slide.ts'

test('every slide of the talk is in the outline with its steps, in its order', () => {
  expect(outlineDeck(deck).map(({ id, steps }) => `${id} ${steps}`)).toEqual([
    'pradzia 0',
    'sodai 2',
    'bendrija 0',
    'taryba 0',
    'nauda-planas 1',
    'nauda-sausra 1',
    'kaita 1',
    'zygis 3',
    'pabaiga 0',
  ])
})

test.each(LANGUAGES)('a slide has as many steps in %s', (language) => {
  const steps = renderSlides({ deck, language, logos: new Map() }).map(countSteps)
  expect(steps).toEqual(outlineDeck(deck).map((slide) => slide.steps))
})
