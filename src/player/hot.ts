/// <reference types="vite/client" />
import type { Views } from './views.ts'

/** What an edit may change of the page, each a container whose content is replaced. */
const PARTS = ['head > style', '.slides', '.controls', '.contents', '#help', '#jump']

/** In development: takes the new slides over when the deck was edited, and stays where one was. */
export function installHotUpdate(views: Views): void {
  // Written out, as Vite looks for these very words.
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
