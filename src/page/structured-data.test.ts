import { expect, test } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import { renderStructuredData } from './structured-data.ts'

const authorOf = (author: string) => {
  const { markup } = renderStructuredData({ ...deck, author }, 'en')
  const facts: { readonly author: unknown } = JSON.parse(markup.replace(/<.*?>/g, ''))
  return facts.author
}

test('a talk that is given somewhere is the work of an event', () => {
  const event = {
    date: '2027-03-15',
    begin: '14:00',
    end: '15:30',
    place: { lt: 'Sodas', en: 'The garden' },
    registration: 'https://sodai.example/ateik',
  } as const
  const { markup } = renderStructuredData({ ...deck, event }, 'en', 'https://deck.example/')
  expect(JSON.parse(markup.replace(/<.*?>/g, ''))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: deck.title.en,
    startDate: '2027-03-15T14:00',
    endDate: '2027-03-15T15:30',
    location: { '@type': 'Place', name: 'The garden' },
    potentialAction: { '@type': 'RegisterAction', target: event.registration },
    url: 'https://deck.example/en/',
    workFeatured: { '@type': 'PresentationDigitalDocument', name: deck.title.en },
  })
})

test('the author is a person who works for the association, or the association itself', () => {
  const organisation = { '@type': 'Organization', name: deck.association.en, alternateName: deck.brand }
  expect(authorOf('Jonas')).toMatchObject({ '@type': 'Person', name: 'Jonas', worksFor: organisation })
  expect(authorOf(deck.association.lt)).toEqual(organisation)
})
