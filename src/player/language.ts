import type { Language } from '../deck/language.ts'
import { withStorage } from '../talk/storage.ts'
import type { Views } from './views.ts'

const LINK = 'a[data-control="language"]'

/** Makes the links to other languages lead to the current place. */
export function installLanguage(views: Views): void {
  views.follow(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(LINK)) link.hash = views.place().slide
  })
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>(LINK)
    if (!link) return
    // The step is in this page's history only; the script in the other page's head reads it from here.
    withStorage('sessionStorage', (storage) => storage.setItem('step', `${link.href} ${views.place().step}`))
  })
}

/** Opens the same place in the next language. */
export function switchLanguage(): void {
  document.querySelector<HTMLAnchorElement>(LINK)?.click()
}

/** Opens the same place in a language; the page in that language has no link to itself. */
export function openLanguage(language: Language): void {
  document.querySelector<HTMLAnchorElement>(`${LINK}[hreflang="${language}"]`)?.click()
}
