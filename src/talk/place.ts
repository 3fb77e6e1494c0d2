import { findAddressed } from '../deck/fragment.ts'

/** Where one is in the talk: a slide by its id, and how many of its steps have been taken (0: none yet). */
export interface Place {
  readonly slide: string
  readonly step: number
}

export function listSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')]
}

/** What a slide is called when it is read out: its number and title. */
export function labelOf(slide: Element | null): string {
  return slide?.getAttribute('aria-label') ?? ''
}

/** How many steps a slide has; several of its elements may appear with one step. */
export function countSteps(slide: Element): number {
  return lastStep(slide.querySelectorAll('.fragment'))
}

/** How many of a slide's steps have been taken. */
export function countTakenSteps(slide: Element): number {
  return lastStep(slide.querySelectorAll('.fragment.visible'))
}

/** The next step, or the next slide before its first; undefined at the end of the talk. */
export function findNext({ slide, step }: Place, slides: readonly HTMLElement[]): Place | undefined {
  const index = slides.findIndex(({ id }) => id === slide)
  const [here, next] = slides.slice(index, index + 2)
  if (here !== undefined && step < countSteps(here)) return { slide, step: step + 1 }
  return next && { slide: next.id, step: 0 }
}

/** The step before, or the slide before in its last step; undefined at the beginning of the talk. */
export function findPrevious({ slide, step }: Place, slides: readonly HTMLElement[]): Place | undefined {
  if (step > 0) return { slide, step: step - 1 }
  const previous = slides[slides.findIndex(({ id }) => id === slide) - 1]
  return previous && { slide: previous.id, step: countSteps(previous) }
}

function lastStep(fragments: Iterable<Element>): number {
  const indices = [...fragments].map((fragment) => Number(fragment.getAttribute('data-fragment-index')))
  return Math.max(-1, ...indices) + 1
}

function findNamed(slides: readonly HTMLElement[]): HTMLElement | undefined {
  const named = findAddressed(
    location.hash,
    slides.map(({ id }) => id),
  )
  return slides.find(({ id }) => id === named)
}

/** Whether the address names a slide in its own letters, in others, or none there is. The talk's own is the first's. */
export function judgeAddress(): 'exact' | 'changed' | 'unknown' {
  const named = findNamed(listSlides())
  if (named === undefined) return location.hash === '' ? 'exact' : 'unknown'
  return location.hash === `#${named.id}` ? 'exact' : 'changed'
}

/** The place that the address and the history entry name; the first slide where they name none. */
export function readPlace(): Place {
  const slides = listSlides()
  const slide = findNamed(slides) ?? slides[0]
  if (slide === undefined) throw new Error('the page has no slides')
  return { slide: slide.id, step: Math.min(readStep(history.state), countSteps(slide)) }
}

/** The step that a history entry remembers. Its state may be anyone's. */
function readStep(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('step' in state)) return 0
  return typeof state.step === 'number' && state.step > 0 ? Math.floor(state.step) : 0
}

/** Lets the address follow. Another slide is a new entry in the history where `push` says so, a step never is. */
export function writePlace({ slide, step }: Place, { push }: { push: boolean }): void {
  const state = { step }
  // The talk's own address, without a slide, is the first slide's too: it stays as it is there.
  if (readPlace().slide === slide) history.replaceState(state, '')
  else if (push) history.pushState(state, '', `#${slide}`)
  else history.replaceState(state, '', `#${slide}`)
}

/** Puts the address right where it is not the place's own. */
export function correctAddress({ slide, step }: Place): void {
  history.replaceState({ step }, '', `#${slide}`)
}
