import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { renderSlides } from './render-slide.ts'

const logos = new Map<string, string>()

test.each(LANGUAGES)('each slide is one labelled section with one heading (%s)', (language) => {
  const label =
    /<section id="[a-z-]+" class="slide" [^>]*aria-label="\d (iš|of) 9: [^"]+" aria-roledescription="(skaidrė|slide)"/
  for (const [index, { markup }] of renderSlides({ deck, language, logos }).entries()) {
    expect(markup.match(/<section /g)).toHaveLength(1)
    expect(markup.match(/<h[1-6]/g)).toEqual([index === 0 ? '<h1' : '<h2'])
    expect(markup).toMatch(label)
  }
})

test('a fault in a slide names its file and language', () => {
  const broken = {
    ...deck.slides['bendrija'],
    statement: { lt: { markdown: '[x]{.pink}' }, en: { markdown: 'x' } },
  }
  const slides = { ...deck.slides, bendrija: broken as (typeof deck.slides)[string] }
  expect(() => renderSlides({ deck: { ...deck, slides }, language: 'lt', logos })).toThrow(
    /^bendrija\.ts \(lt\): a span says \{\.pink\}; it takes one of /,
  )
})

test('an unknown layout is an error', () => {
  const slide = { layout: 'gallery', title: { lt: 'A', en: 'A' }, minutes: 1 }
  const notes = { lt: { markdown: 'a' }, en: { markdown: 'a' } }
  expect(() =>
    renderSlides({ deck: { ...deck, slides: { a: { ...slide, notes } } }, language: 'lt', logos }),
  ).toThrow('a.ts (lt): there is no layout "gallery"')
})
