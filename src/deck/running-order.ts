import type { Deck, Talk } from './deck.ts'

/** The ids of the slides that are not hidden, in order. */
export function listRunning({ slides }: Pick<Deck, 'slides'>): string[] {
  return Object.keys(slides).filter((id) => slides[id]?.hidden !== true)
}

/** The slide's number in the running order, counted from 1; undefined for a hidden slide. */
export function numberOf(id: string, deck: Pick<Deck, 'slides'>): number | undefined {
  return listRunning(deck).indexOf(id) + 1 || undefined
}

/** The deck without its hidden slides. */
export function leaveOutHidden<D extends Deck>(deck: D): D {
  const running = listRunning(deck)
  const slides = Object.entries(deck.slides).filter(([id]) => running.includes(id))
  return { ...deck, slides: Object.fromEntries(slides) }
}

/** The talk as visitors and readers of its files get it. */
export function prepareForAudience<T extends Talk>(talk: T): T {
  return { ...talk, deck: leaveOutHidden(talk.deck) }
}
