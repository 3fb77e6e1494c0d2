import { findSlide } from '../../talk/jump.ts'
import { find } from './find-element.ts'
import type { ConsoleSlide } from './read-page.ts'
import { findSecret } from './secret.ts'

/** Opens the sheet that lists the keys. */
export function openHelp(): void {
  find('#help', HTMLDialogElement).showModal()
}

/** Asks for a slide by number or title. */
export function openJump(slides: readonly ConsoleSlide[], onChoose: (slide: string) => void): void {
  openForm('jump', (text) => {
    const slide = findSlide(text, slides)
    if (slide !== undefined) onChoose(slide)
    return slide !== undefined
  })
}

/** Asks for the console's address, or the secret alone. */
export function openKey(onSecret: (secret: string) => void): void {
  openForm('key', (text) => {
    const secret = findSecret(text)
    if (secret !== undefined) onSecret(secret)
    return secret !== undefined
  })
}

/** A dialog with one field; what `onText` does not accept is answered in place, and the dialog stays. */
function openForm(id: string, onText: (text: string) => boolean): void {
  const input = find(`#${id} input`, HTMLInputElement)
  const error = find(`#${id}-error`, HTMLElement)
  const show = (accepted: boolean) => {
    error.hidden = accepted
    input.setAttribute('aria-invalid', String(!accepted))
  }
  show(true)
  input.value = ''
  find(`#${id} form`, HTMLFormElement).onsubmit = (event) => {
    const accepted = onText(input.value)
    show(accepted)
    if (!accepted) return event.preventDefault()
    input.value = ''
  }
  find(`#${id}`, HTMLDialogElement).showModal()
  input.focus()
}
