import { expect, test } from 'vitest'
import { md } from '../deck/markdown.ts'
import type { Slide } from '../layouts/index.ts'
import { nameField } from './name-field.ts'

const slide: Slide = {
  layout: 'list',
  title: { lt: 'Sodai', en: 'Gardens' },
  points: [
    { text: { lt: md`Žali **sodai**`, en: md`Green [gardens]{.clusters} in the city` } },
    { text: { lt: md`Tušti sodai`, en: md`Empty` } },
  ],
  minutes: 1,
  notes: { lt: md`Tušti sodai`, en: md`Empty` },
}

test.each([
  ['text “Green gar\u00addens in…” sticks out', 'en', 'points.0.text'],
  ['text “Tušti\u00a0sodai” is cut off', 'lt', 'points.1.text'],
  ['text “sodai” stands in several', 'lt', undefined],
  ['text “Green” is in the other language', 'lt', undefined],
  ['40 % of the height is empty', 'lt', undefined],
] as const)('%s (%s) is of the field %s', (what, language, field) => {
  expect(nameField(what, slide, language)).toBe(field)
})
