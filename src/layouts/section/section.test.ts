import { expect, test } from 'vitest'
import sample from '../../../tests/fixtures/slides/sample/deck.ts'
import { BASE, plain } from '../../../tests/layout-slides.ts'
import { renderSlide } from '../../page/render-slide.ts'
import { listParts } from './parts.ts'
import type { SectionSlide } from './section.ts'

const base = { ...BASE, minutes: 2, layout: 'section' } as const
const one: SectionSlide = { ...base, title: plain('First') }
const two: SectionSlide = { ...base, title: plain('Second') }
const [cover, statement, argument] = ['pradzia', 'bendrija', 'nauda-planas'].map((id) => {
  const slide = sample.slides[id]
  if (slide === undefined) throw new Error(`the sample talk has no slide "${id}"`)
  return { ...slide, minutes: 1 }
})
if (!cover || !statement || !argument) throw new Error('slides are missing')
const deck = { ...sample, slides: { cover, one, statement, two, argument, again: statement, end: cover } }

test('a part begins with its section and ends before the next or before a closing cover', () => {
  expect(listParts(deck)).toEqual([
    { id: 'one', title: one.title, minutes: 3 },
    { id: 'two', title: two.title, minutes: 4 },
  ])
  expect(listParts(sample)).toEqual([])
})

test('a section says and draws its place among the parts', () => {
  const render = (id: 'one' | 'two', language: 'lt' | 'en') =>
    renderSlide(deck.slides[id], { deck, id, language, number: 2, logos: new Map() }).markup
  expect(render('two', 'lt')).toContain('<p class="place">2 dalis iš 2</p>')
  expect(render('one', 'en')).toContain('<p class="place">Part 1 of 2</p>')
  const states = (markup: string) => [...markup.matchAll(/data-state="(\w+)"/g)].map(([, state]) => state)
  expect(states(render('one', 'lt'))).toEqual(['lit', 'open'])
  expect(states(render('two', 'lt'))).toEqual(['passed', 'lit'])
  expect(render('one', 'lt')).not.toContain('class="lead"')
})
