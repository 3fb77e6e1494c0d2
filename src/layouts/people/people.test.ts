import { expect, test } from 'vitest'
import { renderSample } from '../../../tests/render-sample.ts'
import { md } from '../../deck/markdown.ts'
import { type PeopleSlide, type Person, people, readInitials } from './people.ts'

const person: Person = { name: 'Ona Žydrūnaitė', role: { lt: 'sodininkė', en: 'gardener' } }
const group = (count: number, fields: Partial<Person> = {}) =>
  Array.from({ length: count }, () => ({ ...person, ...fields }))
const slide = (all: readonly Person[]): PeopleSlide => ({
  layout: 'people',
  title: { lt: 'Sodininkai', en: 'Gardeners' },
  people: all,
  minutes: 1,
  notes: { lt: md`x`, en: md`x` },
})
const render = (all: readonly Person[], language: 'lt' | 'en' = 'lt') =>
  renderSample('bendrija', { fields: slide(all), language })
const check = (all: readonly Person[]) => people.check?.(slide(all), {} as never)

test('initials are of the first and the last word', () => {
  expect(['Ona Žydrūnaitė', 'jonas', 'Hakim El Hattab', 'Šarūnas-Ąžuolas Žukas'].map(readInitials)).toEqual([
    'OŽ',
    'J',
    'HH',
    'ŠŽ',
  ])
})

test('a person has a name with its language, a role, and an organisation only if there is one', () => {
  expect(render([{ ...person, lang: 'lt' }])).toContain('<p class="name">Ona Žydrūnaitė</p>')
  expect(render([{ ...person, lang: 'lt' }], 'en')).toContain('<p class="name" lang="lt">')
  expect(render([person])).not.toContain('class="organisation')
  expect(render(group(1, { organisation: { lt: 'Sodai', en: 'Gardens' } }))).toContain(
    '<p class="organisation">Sodai</p>',
  )
})

test('up to four are large in a row, more are in two rows', () => {
  expect(render(group(4))).toContain('data-size="large" style="--columns: 4"')
  expect(render(group(1))).toContain('data-size="large" style="--columns: 2"')
  expect(render(group(7))).toContain('data-size="small" style="--columns: 4"')
})

test('eight people with long titles fit, longer titles and more people are faults', () => {
  const role = { lt: 'a'.repeat(80), en: 'a' }
  expect(check(group(8, { role }))).toEqual([])
  const [fault] = check(group(8, { role, organisation: { lt: 'b', en: 'b' } })) ?? []
  expect(fault).toBe(
    'people.0 (lt) has a role and organisation of 81 characters, and 80 have room; shorten them, or show 4 people a slide.',
  )
  expect(check(group(9))).toEqual(['people has 9, and 8 have room; make it two slides.'])
  expect(check([])).toEqual(['people has nobody; name one person.'])
})
