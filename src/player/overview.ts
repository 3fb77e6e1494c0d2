import { find } from '../talk/find-element.ts'
import type { Keys } from '../talk/keys.ts'
import { labelOf, listSlides } from '../talk/slides.ts'
import { rememberAttributes } from './remember-attributes.ts'

/** The overview of all slides, to choose one from. The styles make them small. */
export interface Overview {
  readonly keys: Keys
  close(): void
}

export interface OverviewOptions {
  /** The slide that was shown before. */
  readonly from: string
  /** Called with the chosen slide, or with `from` when someone leaves without a choice. */
  readonly onChoose: (slide: string) => void
}

/**
 * Puts a button over every slide and focuses one of them. reveal.js has its own overview, but it hides
 * visible slides from screen readers, and each move in it moves the talk.
 */
export function openOverview({ from, onChoose }: OverviewOptions): Overview {
  const element = find('.reveal', HTMLElement)
  const list = find('.slides', HTMLElement)
  const slides = listSlides()
  const contents = slides.flatMap((slide) => [...slide.children])
  const restore = rememberAttributes([list, ...slides, ...contents])
  for (const content of contents) content.toggleAttribute('inert', true)
  const buttons = slides.map((slide) => {
    for (const name of ['hidden', 'aria-hidden', 'inert', 'tabindex']) slide.removeAttribute(name)
    const button = document.createElement('button')
    button.className = 'choose'
    button.tabIndex = -1
    button.setAttribute('aria-label', labelOf(slide))
    if (slide.id === from) button.setAttribute('aria-current', 'true')
    slide.append(button)
    return button
  })
  const click = ({ target }: Event) => {
    const slide = slides.find((candidate) => target instanceof Node && candidate.contains(target))
    if (slide !== undefined) onChoose(slide.id)
  }
  element.addEventListener('click', click)
  element.classList.add('overview')
  element.setAttribute('data-prevent-swipe', '')
  const scale = () => {
    const small = Number.parseFloat(getComputedStyle(list).gridTemplateColumns)
    list.style.setProperty('--scale', String(small / (slides[0]?.offsetWidth ?? small)))
  }
  scale()
  window.addEventListener('resize', scale)

  let chosen = slides.findIndex(({ id }) => id === from)
  const choose = (index: number) => {
    const button = buttons[index]
    if (button === undefined) return
    buttons[chosen]?.setAttribute('tabindex', '-1')
    button.tabIndex = 0
    button.focus()
    chosen = index
  }
  const countColumns = () => slides.filter(({ offsetTop }) => offsetTop === slides[0]?.offsetTop).length
  choose(chosen)
  const leave = () => onChoose(from)
  return {
    keys: {
      ArrowLeft: () => choose(chosen - 1),
      ArrowRight: () => choose(chosen + 1),
      ArrowUp: () => choose(chosen - countColumns()),
      ArrowDown: () => choose(chosen + countColumns()),
      PageUp: () => choose(chosen - 1),
      PageDown: () => choose(chosen + 1),
      Home: () => choose(0),
      End: () => choose(slides.length - 1),
      // For when the focus is elsewhere; a focused button handles these keys itself.
      Enter: () => buttons[chosen]?.click(),
      ' ': () => buttons[chosen]?.click(),
      Escape: leave,
      o: leave,
    },
    close() {
      window.removeEventListener('resize', scale)
      for (const button of buttons) button.remove()
      element.removeEventListener('click', click)
      element.classList.remove('overview')
      element.removeAttribute('data-prevent-swipe')
      restore()
    },
  }
}
