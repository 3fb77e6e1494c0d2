import { find } from '../../talk/find-element.ts'
import { findNext, type Place } from '../../talk/place.ts'
import { showSteps } from '../../talk/slides.ts'
import { write } from './output.ts'
import type { ConsolePage, ConsoleSlide } from './read-page.ts'
import type { ConsoleStore } from './store.ts'

/** The width in which copies of slides are laid out, in pixels: `--full` in the styles. */
const FULL = 1280

/** Shows the current slide and the next step's view in copies of the strip's slides. */
export function installPreviews(store: ConsoleStore, { slides, outline }: ConsolePage): void {
  scaleFrames()
  const showNow = createPreview('now', slides)
  const showNext = createPreview('next', slides)
  const end = find('.end', HTMLElement)
  const black = find('.black', HTMLElement)
  store.follow(({ position }) => {
    showNow(position)
    const next = findNext(position, outline)
    showNext(next)
    end.hidden = next !== undefined
    black.hidden = !position.blank
  })
}

function createPreview(
  name: 'now' | 'next',
  slides: readonly ConsoleSlide[],
): (place: Place | undefined) => void {
  const within = `[data-preview="${name}"]`
  const frame = find(`${within} .frame`, HTMLElement)
  const where = find(`${within} [data-out="where"]`, HTMLElement)
  const title = find(`${within} [data-out="title"]`, HTMLElement)
  const step = find(`${within} [data-out="step"]`, HTMLElement)
  const taken = find(`${within} [data-out="taken"]`, HTMLElement)
  const steps = find(`${within} [data-out="steps"]`, HTMLElement)
  let shown: ConsoleSlide | undefined
  return (place) => {
    const slide = slides.find(({ id }) => id === place?.slide)
    if (slide !== shown) frame.replaceChildren(...(slide === undefined ? [] : [copySlide(slide.element)]))
    shown = slide
    showSteps(frame, place?.step ?? 0)
    write(where, slide?.where ?? '')
    write(title, slide?.title ?? '')
    step.hidden = slide === undefined || slide.steps === 0
    write(taken, String(place?.step ?? 0))
    write(steps, String(slide?.steps ?? 0))
  }
}

/** A copy without ids, as ids must be unique in a document. */
function copySlide(slide: HTMLElement): Node {
  const copy = slide.cloneNode(true)
  if (copy instanceof Element) {
    for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id')
  }
  return copy
}

/** Keeps the copies of slides as wide as their frames. */
function scaleFrames(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (target instanceof HTMLElement) target.style.setProperty('--scale', String(contentRect.width / FULL))
    }
  })
  for (const frame of document.querySelectorAll('.frame')) observer.observe(frame)
}
