import { listSlides } from './place.ts'
import type { Views } from './views.ts'

/** Finds a slide by its number, its id, or the beginning of a word of its title. */
export function findSlide(
  wanted: string,
  slides: readonly { id: string; title: string }[],
): string | undefined {
  const text = wanted.trim().toLocaleLowerCase()
  if (text === '') return undefined
  const byNumber = /^\d+$/.test(text) ? slides[Number(text) - 1] : undefined
  const byId = slides.find(({ id }) => id === text)
  const byTitle = slides.find(({ title }) => ` ${title.toLocaleLowerCase()}`.includes(` ${text}`))
  return (byNumber ?? byId ?? byTitle)?.id
}

/** Asks for a slide and goes there; what fits no slide is answered with the list of those there are. */
export function openJump(views: Views): void {
  const dialog = document.querySelector<HTMLDialogElement>('#jump')
  const form = dialog?.querySelector('form')
  const input = dialog?.querySelector('input')
  const error = dialog?.querySelector<HTMLElement>('#jump-error')
  if (!dialog || !form || !input || !error) throw new Error('the page has no dialog #jump with its form')
  error.hidden = true
  input.value = ''
  form.onsubmit = (event) => {
    const slides = listSlides().map(({ id, ariaLabel }) => ({
      id,
      title: (ariaLabel ?? '').replace(/^[^:]*: /, ''),
    }))
    const slide = findSlide(input.value, slides)
    error.hidden = slide !== undefined
    input.ariaInvalid = String(slide === undefined)
    if (slide === undefined) event.preventDefault()
    else views.go({ slide, step: 0 })
  }
  dialog.showModal()
  input.focus()
}
