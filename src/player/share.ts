import { listSlides } from '../talk/slides.ts'
import { notify } from './notify.ts'
import type { Views } from './views.ts'

/** Shows the control where it can do something: a page that is not from https may not even copy. */
export function installShare(): void {
  const canShare = 'share' in navigator || 'clipboard' in navigator
  if (canShare) document.documentElement.dataset['canShare'] = ''
}

/** Shares the link to the slide one is on: with the system's sheet on a touch screen, otherwise by copying it. */
export async function shareSlide(views: Views): Promise<void> {
  const url = addressOf(views.place().slide)
  if (matchMedia('(pointer: coarse)').matches && (await openSheet(url))) return
  try {
    await navigator.clipboard.writeText(url)
    notify('copied')
  } catch {
    // The browser or its user has refused: the link can still be copied by hand.
    notify('notCopied', { more: url, stays: true })
  }
}

/** Whether the system's sheet opened, even if it was closed without sharing. */
async function openSheet(url: string): Promise<boolean> {
  if (!('share' in navigator)) return false
  try {
    await navigator.share({ title: document.title, url })
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError'
  }
}

/**
 * The address to share a slide by: its share page, where the site has some (their folder is on the control), else
 * its place in the page. The first slide has the talk's own.
 */
function addressOf(slide: string): string {
  const control = document.querySelector<HTMLElement>('[data-control="share"]')
  const pages = control?.dataset['pages']
  const folder = new URL(pages ?? './s/', location.href)
  const talk = new URL('..', folder).href
  if (slide === listSlides()[0]?.id) return talk
  return pages === undefined ? `${talk}#${slide}` : `${folder.href}${slide}/`
}
