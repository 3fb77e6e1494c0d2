import { find, isShown } from '../../talk/find-element.ts'
import { scrollToMiddle } from '../../talk/scroll-to-middle.ts'
import type { ConsoleStore } from './store.ts'

/** The strip of all slides to choose from; it marks the current one and scrolls it into view. */
export function installStrip(store: ConsoleStore, choose: (slide: string) => void): { focus(): boolean } {
  const items = [...document.querySelectorAll<HTMLElement>('.strip [data-slide]')]
  const list = find('.strip', HTMLElement)
  const scroller = find('.strip > ol', HTMLElement)
  let current: HTMLElement | undefined
  const scrollToCurrent = () => {
    if (current !== undefined) scrollToMiddle(scroller, current)
  }
  new ResizeObserver(scrollToCurrent).observe(scroller)
  for (const item of items) {
    const { slide = '' } = item.dataset
    item.querySelector('button')?.addEventListener('click', () => choose(slide))
  }
  store.follow(({ position }) => {
    const next = items.find(({ dataset }) => dataset['slide'] === position.slide)
    if (next === current) return
    current?.querySelector('button')?.removeAttribute('aria-current')
    next?.querySelector('button')?.setAttribute('aria-current', 'true')
    current = next
    scrollToCurrent()
  })
  return {
    /** Focuses the current slide; false when the strip is not shown. */
    focus() {
      if (!isShown(list)) return false
      current?.querySelector('button')?.focus()
      return true
    },
  }
}
