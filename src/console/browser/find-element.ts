/** The page's one element that fits; throws when it has none of that type, as the page and its script then differ. */
export function find<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`the console’s page has no ${type.name} ${selector}`)
  return element
}

/** The place in the page where a value is written. */
export function findOutput(name: string): HTMLElement {
  return find(`[data-out="${name}"]`, HTMLElement)
}

/** Whether the element takes any room in the window. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}

/** Writes a text where it is another one: what has not changed is neither drawn nor read out again. */
export function write(output: Element, text: string): void {
  if (output.textContent !== text) output.textContent = text
}
