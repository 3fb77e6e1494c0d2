import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { type Html, raw } from '../markup/html.ts'
import { countSteps } from '../page/outline.ts'

/** A slide in the state after one of its steps. */
export interface Frame {
  readonly id: string
  readonly title: string
  /** The slide's number, counted from 1. */
  readonly number: number
  /** The number of steps taken; undefined when the frame shows all of them. */
  readonly step: number | undefined
  readonly html: Html
}

export interface FrameOptions {
  readonly deck: Deck
  readonly language: Language
  /** All of the deck's slides, as `renderSlides` makes them. */
  readonly markup: readonly Html[]
  /** Ids of the wanted slides, in running order. */
  readonly slides: readonly string[]
  readonly steps: 'last' | 'all'
}

/** The frames of the wanted slides: one each in the last step, or one for every step. */
export function takeFrames({ deck, language, markup, slides, steps }: FrameOptions): Frame[] {
  return Object.entries(deck.slides).flatMap(([id, slide], index): Frame[] => {
    const html = markup[index]
    if (html === undefined || !slides.includes(id)) return []
    const frame = { id, title: slide.title[language], number: index + 1 }
    if (steps === 'last') return [{ ...frame, step: undefined, html }]
    const states = Array.from({ length: countSteps(html) + 1 }, (_, step) => step)
    return states.map((step) => ({ ...frame, step, html: freezeAt(html, step) }))
  })
}

/**
 * The slide with only the first `taken` steps shown. Only its first frame keeps the id, as ids are unique on
 * a page.
 */
function freezeAt({ markup }: Html, taken: number): Html {
  const frozen = markup.replace(/ fragment" data-fragment-index="(\d+)"/g, (step, index) =>
    Number(index) < taken ? step : ` pending${step}`,
  )
  return raw(taken === 0 ? frozen : frozen.replace(/^<section id="[^"]*"/, '<section'))
}

/** Print styles for steps that a frame does not show yet; without them print shows all steps. */
export const PENDING_STYLES = `@layer print{
.fragment.pending{opacity:var(--before-step,0)!important}
}`
