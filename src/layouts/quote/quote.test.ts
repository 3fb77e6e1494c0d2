import { expect, test } from 'vitest'
import { renderSample } from '../../../tests/render-sample.ts'
import { md } from '../../deck/markdown.ts'
import { type QuoteSlide, quote } from './quote.ts'

const slide = (fields: Partial<QuoteSlide>): QuoteSlide => ({
  layout: 'quote',
  title: { lt: 'Mintis', en: 'A thought' },
  words: { lt: 'Mažiau yra daugiau.', en: 'Less is more.' },
  name: 'Jonas & Ona',
  minutes: 1,
  notes: { lt: md`x`, en: md`x` },
  ...fields,
})
const render = (fields: Partial<QuoteSlide>, language: 'lt' | 'en' = 'lt') =>
  renderSample('bendrija', { fields: slide(fields), language })
const sizeOf = (words: string) =>
  Number(/--size: ([\d.]+)/.exec(render({ words: { lt: words, en: words } }))?.[1])

test('each language has its own marks around the words', () => {
  expect(render({})).toContain('<span class="mark">„</span>Mažiau yra daugiau.“')
  expect(render({}, 'en')).toContain('<span class="mark">“</span>Less is more.”')
})

test('who said it is named, with a role only where there is one', () => {
  expect(render({})).toContain('– <b>Jonas &amp; Ona</b>')
  expect(render({})).not.toContain('class="role"')
  expect(render({ role: { lt: 'poetai', en: 'poets' } })).toContain('<p class="role">poetai</p>')
})

test('the shorter the words, the larger they are, up to a size', () => {
  expect(sizeOf('a'.repeat(10))).toBe(8)
  expect(sizeOf('a'.repeat(100))).toBe(6)
  expect(sizeOf('a'.repeat(225))).toBe(4)
})

test('words that are too many are a fault', () => {
  expect(quote.check?.(slide({}), {} as never)).toEqual([])
  const words = { lt: 'Trumpai.', en: 'a'.repeat(281) }
  expect(quote.check?.(slide({ words }), {} as never)).toEqual([
    'words (en) has 281 characters, and 280 have room; quote less, or take the layout "argument".',
  ])
})
