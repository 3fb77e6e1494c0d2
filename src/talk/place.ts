import type { Outline } from '../live/protocol/position.ts'

/** Where one is in the talk: a slide by its id, and how many of its steps have been taken (0: none yet). */
export interface Place {
  readonly slide: string
  readonly step: number
}

/** The next step, or the next slide before its first step; undefined at the end of the talk. */
export function findNext({ slide, step }: Place, outline: Outline): Place | undefined {
  const index = outline.findIndex(({ id }) => id === slide)
  if (step < (outline[index]?.steps ?? 0)) return { slide, step: step + 1 }
  const next = outline[index + 1]
  return next && { slide: next.id, step: 0 }
}

/** The step before, or the slide before with all its steps taken; undefined at the beginning of the talk. */
export function findPrevious({ slide, step }: Place, outline: Outline): Place | undefined {
  if (step > 0) return { slide, step: step - 1 }
  const previous = outline[outline.findIndex(({ id }) => id === slide) - 1]
  return previous && { slide: previous.id, step: previous.steps }
}
