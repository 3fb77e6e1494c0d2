import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { renderStructuredData } from './structured-data.ts'

const authorOf = (author: string) => {
  const { markup } = renderStructuredData({ ...deck, author }, 'en')
  const facts: { readonly author: unknown } = JSON.parse(markup.replace(/<.*?>/g, ''))
  return facts.author
}

test('the author is a person who works for the association, or the association itself', () => {
  const organisation = { '@type': 'Organization', name: deck.association.en, alternateName: deck.brand }
  expect(authorOf('Jonas')).toMatchObject({ '@type': 'Person', name: 'Jonas', worksFor: organisation })
  expect(authorOf(deck.association.lt)).toEqual(organisation)
})
