import { expect, test } from 'vitest'
import deck from '../../slides/deck.ts'
import { renderContactCode, writeContactCard } from './contact-code.ts'

const closing = deck.slides['aciu']
const person = closing?.layout === 'cover' ? closing.person : undefined

test('the card holds the facts of the slide and nothing else', () => {
  if (person === undefined) throw new Error('the closing slide has no person')
  expect(writeContactCard(person, deck.association.lt, 'lt').split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Šermukšnytė-Alešiūnienė;Kristina',
    'FN:Kristina Šermukšnytė-Alešiūnienė',
    'ORG:Asociacija Lietuvos klasterių tinklas',
    'TITLE:Asociacijos Lietuvos Klasterių Tinklas direktorė',
    'EMAIL:klaster@klaster.lt',
    'URL:https://www.linkedin.com/in/kristina-sermuksnyte-alesiuniene-53488653/',
    'END:VCARD',
    '',
  ])
})

test('separators and line breaks inside a value are escaped', () => {
  expect(writeContactCard({ givenName: 'A;B', familyName: 'C,D' }, 'E\\F', 'en')).toContain('N:C\\,D;A\\;B')
  expect(writeContactCard({ givenName: 'A', familyName: 'B' }, 'C\nD', 'en')).toContain('ORG:C\\nD\r\n')
})

test('the code is one path with a quiet zone of four modules', () => {
  const { markup } = renderContactCode('text', 'what it is')
  expect(markup).toContain('aria-label="what it is"')
  const [first] = /M(\d+) (\d+)/.exec(markup)?.slice(1).map(Number) ?? []
  expect(first).toBe(4)
})
