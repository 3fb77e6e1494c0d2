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

test('the speaker’s name is Lithuanian in both languages', () => {
  expect(renderSample('pradzia')).toContain('<p class="name">Austėja')
  expect(renderSample('pradzia', { language: 'en' })).toContain('<p class="name" lang="lt">Austėja')
})
