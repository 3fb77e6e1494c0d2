import { listSlides } from '../talk/slides.ts'
import { notify } from './notify.ts'
import type { Views } from './views.ts'

/** Shows the control where sharing or copying is possible; a page without https can do neither. */
export function installShare(): void {
  const canShare = 'share' in navigator || 'clipboard' in navigator
  if (canShare) document.documentElement.dataset['canShare'] = ''
}

/** Shares the current slide's link: with the system's sheet on touch screens, otherwise by copying it. */
export async function shareSlide(views: Views): Promise<void> {
  const url = addressOf(views.place().slide)
  if (matchMedia('(pointer: coarse)').matches && (await openSheet(url))) return
  try {
    await navigator.clipboard.writeText(url)
    notify('copied')
  } catch {
    // The browser or its user has refused: show the link, so that it can be copied by hand.
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
 * The address that shares a slide: its share page if the site has them (the control names their folder),
 * otherwise its fragment in this page. The first slide has the talk's own address.
 */
function addressOf(slide: string): string {
  const control = document.querySelector<HTMLElement>('[data-control="share"]')
  const pages = control?.dataset['pages']
  const folder = new URL(pages ?? './s/', location.href)
  const talk = new URL('..', folder).href
  if (slide === listSlides()[0]?.id) return talk
  return pages === undefined ? `${talk}#${slide}` : `${folder.href}${slide}/`
}
