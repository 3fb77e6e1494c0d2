export interface NamedSlide {
  readonly id: string
  readonly title: string
}

/** Finds a slide by its number, its id, or the beginning of a word in its title; ignores accents. */
export function findSlide(wanted: string, slides: readonly NamedSlide[]): string | undefined {
  const text = simplify(wanted)
  if (text === '') return undefined
  if (/^\d+$/.test(text)) return slides[Number(text) - 1]?.id
  const byId = slides.find(({ id }) => id === text)
  return (byId ?? slides.find(({ title }) => ` ${simplify(title)}`.includes(` ${text}`)))?.id
}

function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}
