import { find } from '../../talk/find-element.ts'

/** The place in the page where a value is written. Throws when the page has none of that name. */
export function findOutput(name: string): HTMLElement {
  return find(`[data-out="${name}"]`, HTMLElement)
}

/** Writes a text where it is another one: what has not changed is neither drawn nor read out again. */
export function write(output: Element, text: string): void {
  if (output.textContent !== text) output.textContent = text
}
