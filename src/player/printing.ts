import { listSlides } from './place.ts'

/** What reveal.js puts on the slides it does not show; in print they would be missing from the PDF's structure. */
const HIDING = ['hidden', 'aria-hidden', 'inert'] as const

/** A person's own Ctrl+P prints every slide, whatever the view. */
export function installPrinting(): void {
  let restore: (() => void)[] = []
  window.addEventListener('beforeprint', () => {
    for (const slide of listSlides()) {
      for (const name of HIDING) {
        const value = slide.getAttribute(name)
        if (value === null) continue
        slide.removeAttribute(name)
        restore.push(() => slide.setAttribute(name, value))
      }
    }
  })
  window.addEventListener('afterprint', () => {
    for (const undo of restore) undo()
    restore = []
  })
}
