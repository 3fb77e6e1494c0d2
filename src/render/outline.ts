import type { Deck, Slide } from '../slide.ts'

/** The running order as the live channel knows it: each slide's id and how many steps it has. */
export function outlineDeck(deck: Deck): { readonly id: string; readonly steps: number }[] {
  return Object.entries(deck.slides).map(([id, slide]) => ({ id, steps: countSteps(slide) }))
}

/** How many steps a slide's layout gives it: those it calls `step` for. A layout left out does not compile. */
export function countSteps(slide: Slide): number {
  switch (slide.layout) {
    case 'cover':
    case 'plates':
      return 0
    case 'statement':
      return slide.figures?.length ?? 0
    case 'argument':
      return slide.conclusion !== undefined || slide.pull.place === 'after' ? 1 : 0
    case 'loop':
      return 1
    case 'acts':
      return slide.acts.length
  }
}
