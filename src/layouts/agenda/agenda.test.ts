import { expect, test } from 'vitest'
import sample from '../../../tests/fixtures/slides/sample/deck.ts'
import { BASE, plain } from '../../../tests/layout-slides.ts'
import type { Deck } from '../../deck/deck.ts'
import { renderSlide } from '../../page/render-slide.ts'
import { type AgendaSlide, agenda } from './agenda.ts'

const base = { ...BASE, minutes: 1.5 }
const section = (lt: string) => ({ ...base, layout: 'section', title: { lt, en: 'Beds & more' } })
const slide = (now?: string): AgendaSlide => ({
  ...base,
  layout: 'agenda',
  title: plain('The course'),
  ...(now !== undefined && { now }),
})
const withSections = (count: number): Deck => {
  const sections = Array.from({ length: count }, (_, index) => [`part-${index}`, section(`${index} dalis`)])
  return { ...sample, slides: { eiga: slide(), ...Object.fromEntries(sections) } }
}

test('it lists the sections with their minutes, as the language writes them, and marks the one that comes', () => {
  const render = (language: 'lt' | 'en') =>
    renderSlide(slide('part-1'), { deck: withSections(3), id: 'eiga', language, number: 1, logos: new Map() })
      .markup
  expect(render('lt')).toContain(
    '<a href="#part-0">0\u00a0dalis</a></p> <p class="minutes">1,5\u00a0min.</p>',
  )
  expect(render('en')).toContain('Beds &amp; more</a></p> <p class="minutes">1.5\u00a0min</p>')
  const states = [...render('lt').matchAll(/data-state="(\w+)"/g)].map(([, state]) => state)
  expect(states).toEqual(['passed', 'lit', 'open'])
  expect(render('lt').match(/aria-current="true"/g)).toHaveLength(1)
})

test('a talk with too few or too many sections, and a section that is not there, are faults', () => {
  const check = (count: number, now?: string) => agenda.check?.(slide(now), withSections(count))
  expect(check(6, 'part-5')).toEqual([])
  expect(check(1)).toEqual([
    'an agenda lists two sections or more, and the talk has 1; add slides with the layout "section", or delete the agenda.',
  ])
  expect(check(7)).toEqual(['the talk has 7 sections, and 6 have room; join some.'])
  expect(check(2, 'part-9')).toEqual(['now names "part-9", which is no section; take one of part-0, part-1.'])
})
