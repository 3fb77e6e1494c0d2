/// <reference types="vite/client" />
import type { Views } from './views.ts'

/** The parts of the page that an edit may change; an update replaces their content. */
const PARTS = ['head > style', '.slides', '.controls', '.contents', '#help', '#jump']

/** In development: shows the slides after an edit and keeps the place. */
export function installHotUpdate(views: Views): void {
  // Vite recognises exactly this expression.
  const hot = import.meta.hot
  if (hot === undefined) return
  hot.on('deck:update', async () => {
    // Not those of a fault that is found meanwhile.
    const overlays = document.querySelectorAll('vite-error-overlay')
    const page = await fetch(location.pathname).then((response) => response.text())
    const fresh = new DOMParser().parseFromString(page, 'text/html')
    await views.reopen(() => {
      for (const part of PARTS) {
        const next = fresh.querySelector(part)
        const shown = document.querySelector(part)
        // Someone may type in a dialog that is open; it follows with the next edit.
        if (next !== null && shown?.matches('dialog[open]') === false)
          shown.replaceChildren(...next.childNodes)
      }
      document.title = fresh.title
    })
    for (const overlay of overlays) overlay.remove()
  })
}
