import type { MeasuredSlide } from '../measured/measured-slide.ts'
import { ownsText } from './fill-lines.ts'
import { measureSlide } from './measure-slide.ts'

/**
 * All slides of the print document that the page shows, in the font of office files. Throws where one has what files
 * cannot take over.
 */
export async function measureSlides(): Promise<MeasuredSlide[]> {
  const slides = [...document.querySelectorAll<HTMLElement>('main > section')]
  await changeFont(slides)
  return slides.map(measureSlide)
}

/** What the deck's font made a place for keeps it: where the other one needs a line less, nothing else moves. */
async function changeFont(slides: readonly HTMLElement[]): Promise<void> {
  const faces = document.querySelector<HTMLStyleElement>('style[data-office]')
  if (faces === null) return
  const texts = slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('*')].filter(ownsText))
  const heights = texts.map((text) => text.getBoundingClientRect().height)
  for (const [index, text] of texts.entries()) text.style.minBlockSize = `${heights[index]}px`
  faces.media = 'all'
  // A font begins to load when a layout asks for it.
  document.body.getBoundingClientRect()
  await document.fonts.ready
  const failed = [...document.fonts].find(({ status }) => status === 'error')
  if (failed !== undefined)
    throw new Error(`the font ${failed.family} ${failed.weight} of office files was not loaded`)
}
