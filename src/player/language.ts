import { withStorage } from '../talk/storage.ts'
import type { Views } from './views.ts'

const LINK = 'a[data-control="language"]'

/** Lets the links to other languages lead to the place where one is. */
export function installLanguage(views: Views): void {
  views.follow(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(LINK)) link.hash = views.place().slide
  })
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>(LINK)
    if (!link) return
    // The other page has a history of its own: the script in its head takes the step over.
    withStorage('sessionStorage', (storage) => storage.setItem('step', `${link.href} ${views.place().step}`))
  })
}

/** Opens the same place in the next language. */
export function switchLanguage(): void {
  document.querySelector<HTMLAnchorElement>(LINK)?.click()
}
