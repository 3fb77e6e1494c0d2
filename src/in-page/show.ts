import type { Rectangle } from '../measured/measured-slide.ts'
import { scrolls } from './rectangle.ts'

export function showReading(): void {
  unveil()
  document.documentElement.dataset['view'] = 'reading'
  delete document.documentElement.dataset['ready']
  mark(undefined)
}

/**
 * Marks the document as the player and reveal.js do: `present` is the slide, `visible` are the steps taken.
 */
export function showPresenting(id?: string): void {
  unveil()
  document.documentElement.dataset['view'] = 'presenting'
  document.documentElement.dataset['ready'] = ''
  mark(id)
}

/** Shows the overview, with its copies as large as they are laid out. */
export function showOverview(): void {
  showPresenting()
  document.querySelector('.reveal')?.classList.add('overview')
  document.querySelector<HTMLElement>('.slides')?.style.setProperty('--scale', '1')
}

/** Shows the console's copies below one another and nothing else, as large as they are laid out. */
export function showStrip(): void {
  document.body.replaceChildren(...document.querySelectorAll('body > .parts, .frame:has(.slide)'))
  document.body.style.cssText = 'display: block; block-size: auto; overflow: visible'
  for (const frame of document.querySelectorAll<HTMLElement>('.frame'))
    frame.style.cssText = 'inline-size: var(--full); --scale: 1'
}

function mark(present: string | undefined): void {
  document.querySelector('.reveal')?.classList.remove('overview')
  for (const slide of document.querySelectorAll('.slide')) {
    slide.classList.toggle('present', slide.id === present)
    for (const step of slide.querySelectorAll('.fragment'))
      step.classList.toggle('visible', slide.id === present)
    slide.scrollTo({ top: 0, behavior: 'instant' })
  }
  // Ends all transitions that these changes have started.
  for (const animation of document.getAnimations()) animation.finish()
}

export function findSlide(id: string): HTMLElement {
  const slide = document.getElementById(id)
  if (slide === null) throw new Error(`the page has no slide ${id}`)
  return slide
}

export function goTo(id: string): Rectangle {
  const slide = findSlide(id)
  slide.scrollIntoView({ block: 'start', behavior: 'instant' })
  const { left, top, right, bottom } = slide.getBoundingClientRect()
  return { left, top, right, bottom: scrolls(slide) ? top + slide.scrollHeight : bottom }
}

export function scrollOn(id: string, by: number): void {
  const slide = findSlide(id)
  const scroller = scrolls(slide) ? slide : document.documentElement
  const before = scroller.scrollTop
  scroller.scrollBy({ top: by, behavior: 'instant' })
  const gone = scroller.scrollTop - before
  if (Math.abs(gone - by) > 1) throw new Error(`${id} was scrolled by ${gone} px instead of ${by}`)
}

/**
 * Lays out all slides: a picture taken at once would show slides that wait for `content-visibility` as blank.
 */
function unveil(): void {
  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    slide.style.setProperty('content-visibility', 'visible', 'important')
  }
}
