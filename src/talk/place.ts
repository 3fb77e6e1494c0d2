import type { Outline, OutlinedSlide } from '../live/protocol/position.ts'

/** A place in the talk: a slide's id, and how many of its steps have been taken, 0 to all. */
export interface Place {
  readonly slide: string
  readonly step: number
}

/** The place after the next step, or the next slide with no step taken; undefined at the talk's end. */
export function findNext({ slide, step }: Place, outline: Outline): Place | undefined {
  const index = outline.findIndex(({ id }) => id === slide)
  if (step < (outline[index]?.steps ?? 0)) return { slide, step: step + 1 }
  const next = outline.slice(index + 1).find(isRunning)
  return next && { slide: next.id, step: 0 }
}

/** The place one step back, or the previous slide with all steps taken; undefined at the talk's beginning. */
export function findPrevious({ slide, step }: Place, outline: Outline): Place | undefined {
  if (step > 0) return { slide, step: step - 1 }
  const index = outline.findIndex(({ id }) => id === slide)
  const previous = outline.slice(0, Math.max(0, index)).findLast(isRunning)
  return previous && { slide: previous.id, step: previous.steps }
}

/** Whether the slide is in the running order. */
export function isRunning({ hidden = false }: Pick<OutlinedSlide, 'hidden'>): boolean {
  return !hidden
}
