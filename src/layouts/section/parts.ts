import type { Deck } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import { leaveOutHidden } from '../../deck/running-order.ts'

/** A part of a talk: it begins with a section's slide. */
export interface Part {
  /** The id of its section's slide. */
  readonly id: string
  readonly title: Localized
  /** Planned time in minutes, the sum of its slides'. */
  readonly minutes: number
}

/** A talk's parts in order. A part ends before the next section, or before a cover that closes the talk. */
export function listParts(deck: Deck): Part[] {
  const { slides } = leaveOutHidden(deck)
  const parts: Part[] = []
  let isInside = false
  for (const [id, { layout, title, minutes }] of Object.entries(slides)) {
    const last = parts.at(-1)
    if (layout === 'section') parts.push({ id, title, minutes })
    else if (isInside && layout !== 'cover' && last !== undefined)
      parts[parts.length - 1] = { ...last, minutes: last.minutes + minutes }
    isInside = layout === 'section' || (isInside && layout !== 'cover')
  }
  return parts
}
