import { find } from '../talk/find-element.ts'
import { scrollToMiddle } from '../talk/scroll-to-middle.ts'
import type { Views } from './views.ts'

/** Marks the current slide in the contents. The browser follows their links itself. */
export function installContents(views: Views): void {
  views.follow(() => {
    const { slide } = views.place()
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
      if (link.hash !== `#${slide}`) link.removeAttribute('aria-current')
      else {
        link.setAttribute('aria-current', 'location')
        nameToggle(link)
      }
    }
    if (views.name() === 'presenting') close()
    else scrollToCurrent()
  })
  find('.contents', HTMLElement).addEventListener('toggle', scrollToCurrent)
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.contents a') !== null) close()
  })
  // Safari on iOS 17.0 to 18.2 leaves a popover open when someone taps beside it.
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && target.closest('.contents, .contents-toggle') === null) close()
  })
}

function scrollToCurrent(): void {
  const list = find('.contents', HTMLElement)
  const link = list.querySelector('[aria-current]')
  if (link !== null) scrollToMiddle(list, link)
}

/** Shows only the slide's title on the button, to save space; its accessible name adds what it opens. */
function nameToggle({ textContent }: HTMLAnchorElement): void {
  const contents = find('.contents', HTMLElement).getAttribute('aria-label')
  find('.contents-place', HTMLElement).textContent = textContent
  find('.contents-toggle', HTMLElement).setAttribute('aria-label', `${textContent}, ${contents}`)
}

function close(): void {
  const contents = find('.contents', HTMLElement)
  // A browser without popovers shows the list in the page, and would throw at the selector below.
  if (!('popover' in contents)) return
  if (contents.matches(':popover-open')) contents.hidePopover()
}
