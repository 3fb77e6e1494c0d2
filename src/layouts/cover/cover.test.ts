import { expect, test } from 'vitest'
import { countSampleSteps, renderSample } from '../../../tests/render-sample.ts'

test('only the first slide has the brand, and only the last one the contact', () => {
  const [first, last] = [renderSample('pradzia'), renderSample('pabaiga')]
  expect(first).toContain('<p class="brand">SodaiLT</p>')
  expect(last).not.toContain('class="brand"')
  expect(first).not.toContain('mailto:')
  expect(last).toContain('<a class="address" href="mailto:labas@sodai.example">labas@sodai.example</a>')
  expect(countSampleSteps(first) + countSampleSteps(last)).toBe(0)
})

test.each([
  ['Miesto sodų diena', 'large'],
  ['Penkiolika sodų', 'small'],
  ['Thank you for listening', 'small'],
  ['Bendruomenės sodo metai', 'smallest'],
  ['A year of the community garden', 'smallest'],
  ['Ko laukti 2027-aisiais', 'smallest'],
])('the title “%s” is %s', (lt, size) => {
  expect(renderSample('pradzia', { fields: { title: { lt, en: lt } } })).toContain(`data-size="${size}"`)
})

test('the first slide says when and where the talk is, and how to register', () => {
  const event = {
    date: '2027-03-15',
    begin: '14:00',
    place: { lt: 'Miesto sodas', en: 'The city garden' },
    registration: 'https://sodai.example/ateik',
  } as const
  const first = renderSample('pradzia', { deck: { event } }).replaceAll('\u00a0', ' ')
  expect(first).toContain(
    '<p class="event">2027 m. kovo 15 d., 14:00<br>Miesto sodas<br>Registracija: <a class="address"',
  )
  expect(renderSample('pabaiga', { deck: { event } })).not.toContain('class="event"')
  expect(renderSample('pradzia')).not.toContain('class="event"')
})

test('the speaker’s name is Lithuanian in both languages', () => {
  expect(renderSample('pradzia')).toContain('<p class="name">Austėja')
  expect(renderSample('pradzia', { language: 'en' })).toContain('<p class="name" lang="lt">Austėja')
})
