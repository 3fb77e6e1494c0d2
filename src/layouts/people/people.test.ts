import { expect, test } from 'vitest'
import { BASE, plain, useLayout } from '../../../tests/layout-slides.ts'
import { type Person, people, readInitials } from './people.ts'

const person: Person = { name: 'Ona Žydrūnaitė', role: { lt: 'sodininkė', en: 'gardener' } }
const group = (count: number, fields: Partial<Person> = {}) => ({
  people: Array.from({ length: count }, () => ({ ...person, ...fields })),
})
const { render, check } = useLayout(people, { ...BASE, layout: 'people', title: plain('People'), people: [] })

test('initials are of the first and the last word', () => {
  expect(['Ona Žydrūnaitė', 'jonas', 'Hakim El Hattab', 'Šarūnas-Ąžuolas Žukas'].map(readInitials)).toEqual([
    'OŽ',
    'J',
    'HH',
    'ŠŽ',
  ])
})

test('a person has a name with its language, a role, and an organisation only if there is one', () => {
  expect(render(group(1, { lang: 'lt' }))).toContain('<p class="name">Ona Žydrūnaitė</p>')
  expect(render(group(1, { lang: 'lt' }), 'en')).toContain('<p class="name" lang="lt">')
  expect(render(group(1))).not.toContain('class="organisation')
  expect(render(group(1, { organisation: plain('Sodai') }))).toContain('<p class="organisation">Sodai</p>')
})

test('up to four are large in a row, more are in two rows', () => {
  expect(render(group(4))).toContain('data-size="large" style="--columns: 4"')
  expect(render(group(1))).toContain('data-size="large" style="--columns: 2"')
  expect(render(group(7))).toContain('data-size="small" style="--columns: 4"')
})

test('eight people with long titles fit, longer titles and more people are faults', () => {
  const role = { lt: 'a'.repeat(80), en: 'a' }
  expect(check(group(8, { role }))).toEqual([])
  const [fault] = check(group(8, { role, organisation: plain('b') })) ?? []
  expect(fault).toBe(
    'people.0 (lt) has a role and organisation of 81 characters, and 80 have room; shorten them, or show 4 people a slide.',
  )
  expect(check(group(9))).toEqual(['people has 9, and 8 have room; make it two slides.'])
  expect(check()).toEqual(['people has nobody; name one person.'])
})
