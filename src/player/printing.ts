import { listSlides } from '../talk/slides.ts'
import { rememberAttributes } from './remember-attributes.ts'
import type { Views } from './views.ts'

/** A person's own Ctrl+P prints every slide, whatever the view. */
export function installPrinting(views: Views): void {
  let restore: (() => void) | undefined
  window.addEventListener('beforeprint', () => {
    // The overview and an open dialog make the rest inert. What is inert or hidden is missing from the PDF's structure.
    views.leaveOverview()
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
