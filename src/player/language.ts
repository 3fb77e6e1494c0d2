import { withStorage } from '../talk/storage.ts'
import type { Views } from './views.ts'

/** Lets the link to the other language lead to the place where one is. */
export function installLanguage(views: Views): void {
  views.follow(() => {
    const link = findLink()
    if (link !== null) link.hash = views.place().slide
  })
  document.addEventListener('click', ({ target }) => {
    const link = findLink()
    if (link === null || !(target instanceof Node) || !link.contains(target)) return
    // The other page has a history of its own: the script in its head takes the step over.
    withStorage('sessionStorage', (storage) => storage.setItem('step', `${link.href} ${views.place().step}`))
  })
}

/** Opens the same place in the other language. */
export function switchLanguage(): void {
  findLink()?.click()
}

function findLink(): HTMLAnchorElement | null {
  return document.querySelector('a[data-control="language"]')
}
