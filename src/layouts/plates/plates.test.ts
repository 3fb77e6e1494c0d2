import { expect, test } from 'vitest'
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
  const member = { id: 'a', name: { markdown: 'A' } }
  const text = { lt: '', en: '' }
  const notes = { lt: { markdown: '' }, en: { markdown: '' } }
  const slide = {
    layout: 'plates',
    title: text,
    minutes: 1,
    notes,
    members: [member, member, member],
  } as const
  expect(plates.check?.(slide, { ...slide } as never)).toEqual([
    'two members have the id "a"; give each its own.',
  ])
})
