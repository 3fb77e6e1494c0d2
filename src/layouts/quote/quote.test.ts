import { expect, test } from 'vitest'
import { BASE, plain, useLayout } from '../../../tests/layout-slides.ts'
import { quote } from './quote.ts'

const { render, check } = useLayout(quote, {
  ...BASE,
  layout: 'quote',
  title: plain('A thought'),
  words: { lt: 'Mažiau yra daugiau.', en: 'Less is more.' },
  name: 'Jonas & Ona',
})
const sizeOf = (words: string) => Number(/--size: ([\d.]+)/.exec(render({ words: plain(words) }))?.[1])

test('each language has its own marks around the words', () => {
  expect(render({})).toContain('<span class="mark">„</span>Mažiau yra daugiau.“')
  expect(render({}, 'en')).toContain('<span class="mark">“</span>Less is more.”')
})

test('who said it is named, with a role only where there is one', () => {
  expect(render({})).toContain('– <b>Jonas &amp; Ona</b>')
  expect(render({})).not.toContain('class="role"')
  expect(render({ role: plain('poetai') })).toContain('<p class="role">poetai</p>')
})

test('the shorter the words, the larger they are, up to a size', () => {
  expect(sizeOf('a'.repeat(10))).toBe(8)
  expect(sizeOf('a'.repeat(100))).toBe(6)
  expect(sizeOf('a'.repeat(225))).toBe(4)
})

test('words that are too many are a fault', () => {
  expect(check()).toEqual([])
  const words = { lt: 'Trumpai.', en: 'a'.repeat(281) }
  expect(check({ words })).toEqual([
    'words (en) has 281 characters, and 280 have room; quote less, or take the layout "argument".',
  ])
})
