/** Where one is in the talk: a slide by its id, and how many of its steps have been taken (0: none yet). */
export interface Place {
  readonly slide: string
  readonly step: number
}

export function listSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')]
}

/** How many steps a slide has. */
export function countSteps(slide: HTMLElement): number {
  const steps = [...slide.querySelectorAll<HTMLElement>('.fragment')].map(({ dataset }) =>
    Number(dataset['fragmentIndex']),
  )
  return Math.max(-1, ...steps) + 1
}

/** The place that the address and the history entry name; the first slide where they name none. */
export function readPlace(): Place {
  const slides = listSlides()
  const id = decodeURIComponent(location.hash.slice(1))
  const slide = slides.find((candidate) => candidate.id === id) ?? slides[0]
  if (slide === undefined) return { slide: '', step: 0 }
  return { slide: slide.id, step: Math.min(readStep(history.state), countSteps(slide)) }
}

function readStep(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('step' in state)) return 0
  return typeof state.step === 'number' && state.step > 0 ? Math.floor(state.step) : 0
}

/** Lets the address follow. Another slide is a new entry in the history where `push` says so, a step never is. */
export function writePlace(place: Place, { push }: { push: boolean }): void {
  const state = { step: place.step }
  const address = `#${place.slide}`
  if (push && readPlace().slide !== place.slide) history.pushState(state, '', address)
  else if (location.hash !== '' || readPlace().slide !== place.slide) history.replaceState(state, '', address)
  else history.replaceState(state, '')
}
