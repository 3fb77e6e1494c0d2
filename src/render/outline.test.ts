import { expect, test } from 'vitest'
import deck from '../../slides/deck.ts'
import { LANGUAGES } from '../slide.ts'
import { outlineDeck } from './outline.ts'
import { renderSlides } from './slide.ts'

test.each(LANGUAGES)('a slide has as many steps as its page shows, in %s', (language) => {
  const rendered = renderSlides({ deck, language, logos: new Map() }).map(({ markup }) => ({
    id: markup.match(/ id="([^"]*)"/)?.[1],
    steps:
      Math.max(
        -1,
        ...[...markup.matchAll(/data-fragment-index="(\d+)"/g)].map(([, index]) => Number(index)),
      ) + 1,
  }))
  expect(outlineDeck(deck)).toEqual(rendered)
})

test('every slide of the talk is in the outline, in its order', () => {
  expect(outlineDeck(deck).map(({ id }) => id)).toEqual(Object.keys(deck.slides))
})
