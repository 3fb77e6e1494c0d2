import type { Deck } from '../deck/deck.ts'
import { LANGUAGES } from '../deck/language.ts'
import { leaveOutHidden } from '../deck/running-order.ts'
import { measureEvent } from './check-event.ts'
import { findUnfilled, TO_FILL_IN } from './find-unfilled.ts'

/** More than one says in a minute, in words. */
const PACE = 170

/**
 * What the author of a deck may want to change: a matter of taste, which stops nothing. Each line names its file and
 * says what is unusual. `folder` is the talk's, from the project's root.
 */
export function adviseDeck(deck: Deck, folder: string): string[] {
  const minutes = Object.values(leaveOutHidden(deck).slides).reduce((sum, slide) => sum + slide.minutes, 0)
  const advice: string[] = []
  const [unfilled, ...more] = findUnfilled(deck, folder)
  if (unfilled !== undefined) {
    advice.push(
      `${unfilled} is to fill in, and so are ${more.length} more; search ${folder} for "${TO_FILL_IN}".`,
    )
  }
  if (Math.abs(minutes - deck.minutes) > 0.01) {
    advice.push(
      `${folder}/deck.ts: the slides' minutes add up to ${round(minutes)}, the talk's are ${deck.minutes}.`,
    )
  }
  const length = deck.event && measureEvent(deck.event)
  if (length !== undefined && deck.minutes > length) {
    advice.push(`${folder}/deck.ts: the talk takes ${deck.minutes} minutes, the event has ${length}.`)
  }
  for (const [id, { notes, minutes: planned }] of Object.entries(deck.slides)) {
    for (const language of LANGUAGES) {
      const words = notes[language].markdown.split(/\s+/).length
      if (words > PACE * planned) {
        advice.push(
          `${folder}/${id}.ts: the notes (${language}) have ${words} words, more than one says in the slide's ${planned} min.`,
        )
      }
    }
  }
  return advice
}

const round = (minutes: number) => Math.round(minutes * 100) / 100
