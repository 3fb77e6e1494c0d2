import type { Views } from './views.ts'

/** In development: takes the new slides over when the deck was edited, and stays where one was. */
export function installHotUpdate(views: Views): void {
  const { hot } = import.meta
  if (hot === undefined) return
  hot.on('deck:update', async () => {
    const page = await fetch(location.pathname).then((response) => response.text())
    const fresh = new DOMParser().parseFromString(page, 'text/html')
    await views.reopen(() => {
      for (const part of ['head > style', '.parts', '.slides', '.controls', '#help', '#jump']) {
        const next = fresh.querySelector(part)
        if (next !== null) document.querySelector(part)?.replaceChildren(...next.childNodes)
      }
      document.title = fresh.title
    })
    for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove()
  })
}
