import { find } from './find-element.ts'
import { findSlide, type NamedSlide } from './find-slide.ts'

/** Opens a dialog and focuses its beginning. Throws when the page has no such dialog. */
export function openDialog(id: string): void {
  const dialog = find(`#${id}`, HTMLDialogElement)
  if (dialog.open) return
  dialog.showModal()
  // Otherwise the first control gets the focus, and the next Space presses it.
  dialog.focus()
}

/**
 * Opens a dialog with one field. `parse` reads the input; when it returns undefined, the dialog stays open
 * and shows its error. `act` gets the value after the dialog has closed and the focus has moved back.
 */
export function openForm<T>(
  id: string,
  parse: (text: string) => T | undefined,
  act: (value: T) => void,
): void {
  const dialog = find(`#${id}`, HTMLDialogElement)
  const input = find(`#${id} input`, HTMLInputElement)
  const error = find(`#${id}-error`, HTMLElement)
  const showError = (isWrong: boolean) => {
    error.hidden = !isWrong
    input.setAttribute('aria-invalid', String(isWrong))
    // A hidden element would still describe the field.
    if (!isWrong) return input.removeAttribute('aria-describedby')
    input.setAttribute('aria-describedby', error.id)
    // A screen reader repeats an alert only when its text is new.
    error.replaceChildren(error.textContent)
  }
  showError(false)
  input.value = ''
  find(`#${id} form`, HTMLFormElement).onsubmit = (event) => {
    event.preventDefault()
    const value = parse(input.value)
    showError(value === undefined)
    if (value === undefined) return
    input.value = ''
    dialog.close()
    // At once: the event `close` comes later, maybe after the next key.
    act(value)
  }
  dialog.showModal()
  input.focus()
}

/** Asks for a slide by its number, id or title. */
export function openJump(slides: readonly NamedSlide[], go: (slide: string) => void): void {
  const readNumber = watchNumberRow(find('#jump input', HTMLInputElement))
  openForm('jump', (text) => findSlide(readNumber(text), slides) ?? findSlide(text, slides), go)
}

/**
 * Remembers what the keys of the number row type, as a Lithuanian keyboard has ą č ę there. Returns a function
 * that turns what was typed with these keys alone into the number on them.
 */
function watchNumberRow(input: HTMLInputElement): (text: string) => string {
  const digits = new Map<string, string>()
  input.onkeydown = ({ key, code }) => {
    const digit = /^Digit(\d)$/.exec(code)?.[1]
    if (digit !== undefined && key.length === 1) digits.set(key, digit)
  }
  return (text) => {
    const typed = [...text.trim()].map((character) => digits.get(character))
    return typed.includes(undefined) ? text : typed.join('')
  }
}
