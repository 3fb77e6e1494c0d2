import { expect, test } from 'vitest'
import deck from '../../../tests/fixtures/slides/sample/deck.ts'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'
import { plates } from './plates.ts'

test('a member whose logo exists shows it, with the name as its text alternative', () => {
  const logos = new Map([['city-herb-garden', 'data:image/svg+xml;base64,AAAA']])
  const markup = renderSample('taryba', { logos })
  expect(markup).toContain(
    '<img class="member-logo" src="data:image/svg+xml;base64,AAAA" alt="CITY HERB GARDEN Riverside" lang="en">',
  )
  expect(markup.match(/member-name/g)).toHaveLength(6)
  expect(countSampleSteps(markup)).toBe(0)
})

test('a name in another language says so, and a Lithuanian one is translated for English readers', () => {
  expect(renderSample('taryba')).not.toContain('lang="lt"')
  const english = renderSample('taryba', { language: 'en' })
  expect(english).toMatch(/lang="lt"><strong>SENAMIESČIO VAISMEDŽIŲ/)
  expect(english).toContain(
    '<p class="member-translation small-print">Garden of honey plants and city apiaries</p>',
  )
})

test('two members with one id are a fault', () => {
  const slide = deck.slides['taryba']
  if (slide?.layout !== 'plates') throw new Error('the sample talk has no plates')
  const [member] = slide.members
  const members = member === undefined ? [] : [member, member, member]
  expect(plates.check?.({ ...slide, members }, deck)).toEqual([
    'two members have the id "vaisiai"; give each its own.',
  ])
})
