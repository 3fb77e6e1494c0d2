import type { Views } from '../player/views.ts'
import { listSlides } from './place.ts'

export interface NamedSlide {
  readonly id: string
  readonly title: string
}

/** Finds a slide by its number, its id, or the beginning of a word of its title; accents need not be typed. */
export function findSlide(wanted: string, slides: readonly NamedSlide[]): string | undefined {
  const text = simplify(wanted)
  if (text === '') return undefined
  if (/^\d+$/.test(text)) return slides[Number(text) - 1]?.id
  const byId = slides.find(({ id }) => id === text)
  return (byId ?? slides.find(({ title }) => ` ${simplify(title)}`.includes(` ${text}`)))?.id
}

function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Asks for a slide and goes there; what fits no slide is answered with the list of those there are. */
export function openJump(views: Views): void {
  const dialog = document.querySelector<HTMLDialogElement>('#jump')
  const form = dialog?.querySelector('form')
  const input = dialog?.querySelector('input')
  const error = dialog?.querySelector<HTMLElement>('#jump-error')
  if (!dialog || !form || !input || !error) throw new Error('the page has no dialog #jump with its form')
  const show = (found: boolean) => {
    error.hidden = found
    input.setAttribute('aria-invalid', String(!found))
    // What is hidden still describes; and an alert is heard again when its text is new.
    if (found) return input.removeAttribute('aria-describedby')
    input.setAttribute('aria-describedby', error.id)
    error.replaceChildren(error.textContent)
  }
  show(true)
  input.value = ''
  form.onsubmit = (event) => {
    const slides = listSlides().map((slide) => ({
      id: slide.id,
      title: slide.querySelector('h1, h2')?.textContent ?? '',
    }))
    const slide = findSlide(input.value, slides)
    show(slide !== undefined)
    if (slide === undefined) event.preventDefault()
    // Closed, the dialog gives the focus back to where it was: only then may it follow the slide.
    else dialog.addEventListener('close', () => views.go({ slide, step: 0 }), { once: true })
  }
  dialog.showModal()
  input.focus()
}
