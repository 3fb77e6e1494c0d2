import { findSlide } from './show.ts'
import { collectWords, isVisible } from './words.ts'

/** Where each word and each drawing of a slide is, from the slide's corner, one line each. */
export function listPlaces(id: string): string[] {
  const slide = findSlide(id)
  const corner = slide.getBoundingClientRect()
  const line = (name: string, { left, top }: { left: number; top: number }) =>
    `${name} at ${Math.round(left - corner.left)}, ${Math.round(top - corner.top)}`
  const drawings = [...slide.querySelectorAll('path, circle, use, img')].filter(isVisible)
  return [
    ...collectWords(slide).map((word) => line(`“${word.text}”`, word)),
    ...drawings.map((drawing) => line(drawing.localName, drawing.getBoundingClientRect())),
  ]
}
