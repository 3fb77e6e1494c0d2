import type { MeasuredSlide } from '../measured/measured-slide.ts'
import { measureSlide } from './measure-slide.ts'

/** All slides of the print document that the page shows. Throws where one has what files cannot take over. */
export function measureSlides(): MeasuredSlide[] {
  return [...document.querySelectorAll<HTMLElement>('main > section')].map(measureSlide)
}
