import { expect, test } from 'vitest'
import { renderContactCode, writeContactCard } from './contact-code.ts'

const CARD = {
  givenName: 'Austėja',
  familyName: 'Žydrūnaitė-Ąžuolienė',
  organisation: 'Draugija Miesto sodų tinklas',
  role: 'Pirmininkė',
  email: 'labas@sodai.example',
  linkedin: 'https://www.linkedin.com/in/austeja/',
}

test('the card holds the facts of the slide and nothing else', () => {
  expect(writeContactCard(CARD).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Žydrūnaitė-Ąžuolienė;Austėja',
    'FN:Austėja Žydrūnaitė-Ąžuolienė',
    'ORG:Draugija Miesto sodų tinklas',
    'TITLE:Pirmininkė',
    'EMAIL:labas@sodai.example',
    'URL:https://www.linkedin.com/in/austeja/',
    'END:VCARD',
    '',
  ])
})

test('separators and line breaks inside a value are escaped', () => {
  expect(writeContactCard({ ...CARD, givenName: 'A;B', familyName: 'C,D' })).toContain('N:C\\,D;A\\;B')
  expect(writeContactCard({ ...CARD, organisation: 'C\nD' })).toContain('ORG:C\\nD\r\n')
})

test('the code is one path with a quiet zone of four modules', () => {
  const { markup } = renderContactCode('text', 'what it is')
  expect(markup).toContain('aria-label="what it is"')
  const [first] = /M(\d+) (\d+)/.exec(markup)?.slice(1).map(Number) ?? []
  expect(first).toBe(4)
})
