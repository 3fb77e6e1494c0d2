import { listDrawings } from './obstacles.ts'
import { findSlide } from './show.ts'
import { collectWords } from './words.ts'

/** Where each word and each drawing of a slide is, from the slide's corner, one line each. */
export function listPlaces(id: string): string[] {
  const slide = findSlide(id)
  const corner = slide.getBoundingClientRect()
  const line = (name: string, { left, top }: { left: number; top: number }) =>
    `${name} at ${Math.round(left - corner.left)}, ${Math.round(top - corner.top)}`
  return [
    ...collectWords(slide).map((word) => line(`“${word.text}”`, word)),
    ...listDrawings(slide).map((drawing) => line(drawing.localName, drawing.getBoundingClientRect())),
  ]
}
