import { find } from '../../talk/find-element.ts'

/** Finds the element for a value. Throws when the page has none with that name. */
export function findOutput(name: string): HTMLElement {
  return find(`[data-out="${name}"]`, HTMLElement)
}

/** Writes a text only if it has changed, so that it is neither drawn nor read out again. */
export function write(output: Element, text: string): void {
  if (output.textContent !== text) output.textContent = text
}

/** Names an element's state for the styles, and shows its text for that state alone. */
export function showState(element: HTMLElement, name: string, state: string): void {
  if (element.dataset[name] === state) return
  element.dataset[name] = state
  for (const text of element.querySelectorAll<HTMLElement>('[data-when]')) {
    text.hidden = text.dataset['when'] !== state
  }
}
