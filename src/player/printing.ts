import { listSlides } from '../talk/slides.ts'
import { rememberAttributes } from './remember-attributes.ts'
import type { Views } from './views.ts'

/** Makes Ctrl+P print every slide in every view. */
export function installPrinting(views: Views): void {
  let restore: (() => void) | undefined
  window.addEventListener('beforeprint', () => {
    // The overview and open dialogs make the slides inert. Inert and hidden content is missing from a PDF's
    // tags.
    views.view().leaveOverview()
    for (const dialog of document.querySelectorAll('dialog')) dialog.close()
    const slides = listSlides()
    restore ??= rememberAttributes(slides)
    for (const slide of slides) {
      for (const name of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(name)
    }
  })
  window.addEventListener('afterprint', () => {
    restore?.()
    restore = undefined
  })
}
