import { expect, it } from 'vitest'
import deck from '../../tests/fixtures/slides/sample/deck.ts'
import type { Deck } from '../deck/deck.ts'
import { adviseDeck } from './advise-deck.ts'

const { bendrija } = deck.slides
const advise = (change: Partial<Deck>) => adviseDeck({ ...deck, ...change }, 'slides/sample')
const withSlide = (fields: object) => ({
  slides: { ...deck.slides, bendrija: { ...bendrija, ...fields } as never },
})

it('has nothing to say of the sample talk', () => {
  expect(advise({})).toEqual([])
})

it('says that minutes do not add up; a hidden slide’s are not counted', () => {
  expect(advise(withSlide({ minutes: 9 }))).toEqual([
    "slides/sample/deck.ts: the slides' minutes add up to 23, the talk's are 15.",
  ])
  expect(advise(withSlide({ hidden: true }))).toEqual([
    "slides/sample/deck.ts: the slides' minutes add up to 14, the talk's are 15.",
  ])
})

it('says that the event is shorter than the talk', () => {
  const event = { date: '2027-03-15', begin: '14:00', end: '14:10', place: { lt: 'Sodas', en: 'A garden' } }
  expect(advise({ event })).toEqual(['slides/sample/deck.ts: the talk takes 15 minutes, the event has 10.'])
  expect(advise({ event: { ...event, end: '14:15' } })).toEqual([])
})

it('says that notes are longer than the slide', () => {
  const notes = {
    lt: { markdown: 'žodis '.repeat(170).trim() },
    en: { markdown: 'word '.repeat(171).trim() },
  }
  expect(advise(withSlide({ notes }))).toEqual([
    "slides/sample/bendrija.ts: the notes (en) have 171 words, more than one says in the slide's 1 min.",
  ])
})
