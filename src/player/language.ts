import type { Views } from './views.ts'

/** Lets the link to the other language lead to the place where one is. */
export function installLanguage(views: Views): void {
  const findLink = () => document.querySelector<HTMLAnchorElement>('a[data-control="language"]')
  views.follow(() => {
    const link = findLink()
    if (link !== null) link.hash = views.place().slide
  })
  document.addEventListener('click', ({ target }) => {
    const link = findLink()
    if (link !== null && target instanceof Node && link.contains(target)) leaveStep(link, views.place().step)
  })
}

/** Leaves the step for the other page, whose history is its own; the script in its head takes it over. */
function leaveStep(link: HTMLAnchorElement, step: number): void {
  try {
    sessionStorage.setItem('step', `${link.href} ${step}`)
  } catch {
    // Storage may be closed to this page; the other language then opens on the slide's beginning.
  }
}
