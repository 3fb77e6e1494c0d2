/// <reference types="vite/client" />
import type { Views } from './views.ts'

/** The parts of the page that an edit may change; the content of each is replaced. */
const PARTS = ['head > style', '.slides', '.controls', '.contents', '#help', '#jump']

/** In development: shows the new slides after an edit, at the same place. */
export function installHotUpdate(views: Views): void {
  // Vite looks for exactly these words.
  const hot = import.meta.hot
  if (hot === undefined) return
  hot.on('deck:update', async () => {
    const page = await fetch(location.pathname).then((response) => response.text())
    const fresh = new DOMParser().parseFromString(page, 'text/html')
    await views.reopen(() => {
      for (const part of PARTS) {
        const next = fresh.querySelector(part)
        if (next !== null) document.querySelector(part)?.replaceChildren(...next.childNodes)
      }
      document.title = fresh.title
    })
    for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove()
  })
}
