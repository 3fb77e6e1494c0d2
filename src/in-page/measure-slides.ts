import type { MeasuredItem, MeasuredSlide } from '../measured/measured-slide.ts'
import { ownsText } from './fill-lines.ts'
import { measureSlide } from './measure-slide.ts'

export async function measureSlides(): Promise<MeasuredSlide[]> {
  const slides = [...document.querySelectorAll<HTMLElement>('main > section')]
  await changeFont(slides)
  const measured = slides.map(measureSlide)
  for (const { id, items } of measured) for (const item of items) checkNumbers(id, item)
  return measured
}

/** Styles may give a calculation or a keyword in place of a length, which on the way to Node becomes null. */
function checkNumbers(slide: string, item: MeasuredItem): void {
  JSON.stringify(item, (field, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Error(`slide ${slide}: "${item.name}" has no number as its ${field}; give it a plain length`)
    return value
  })
}

/**
 * Each text keeps the height that the deck's font gave it, so that nothing moves when the office font needs
 * fewer lines.
 */
async function changeFont(slides: readonly HTMLElement[]): Promise<void> {
  const faces = document.querySelector<HTMLStyleElement>('style[data-office]')
  if (faces === null) return
  const texts = slides.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('*')].filter(ownsText))
  const heights = texts.map((text) => text.getBoundingClientRect().height)
  for (const [index, text] of texts.entries()) text.style.minBlockSize = `${heights[index]}px`
  faces.media = 'all'
  // A font starts to load when a layout needs it.
  document.body.getBoundingClientRect()
  await document.fonts.ready
  const failed = [...document.fonts].find(({ status }) => status === 'error')
  if (failed !== undefined)
    throw new Error(`the font ${failed.family} ${failed.weight} of office files was not loaded`)
}
