import type { SlideBase } from '../src/deck/deck.ts'
import type { Language, Localized } from '../src/deck/language.ts'
import { type Markdown, md } from '../src/deck/markdown.ts'
import type { Layout } from '../src/layouts/layout.ts'
import sample from './fixtures/slides/sample/deck.ts'
import { renderSample } from './render-sample.ts'

/** The same text in all languages, plain or as Markdown. */
export const plain = (text: string): Localized => ({ lt: text, en: text })
export const marked = (text: string): Localized<Markdown> => ({ lt: md`${text}`, en: md`${text}` })

/** What is the same in every slide. */
export const BASE = { minutes: 1, notes: marked('x') } as const

/** Renders and checks slides of a layout that differ from `base` in some fields. */
export function useLayout<Slide extends SlideBase>(layout: Layout<Slide>, base: Slide) {
  const make = (fields: Partial<Slide>): Slide => ({ ...base, ...fields })
  return {
    render: (fields: Partial<Slide> = {}, language: Language = 'lt') =>
      renderSample('bendrija', { fields: make(fields), language }),
    check: (fields: Partial<Slide> = {}) => layout.check?.(make(fields), sample),
  }
}
