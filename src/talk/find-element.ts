/** The first matching element. Throws when page and script do not match: no such element, or another type. */
export function find<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`the page has no ${type.name} ${selector}`)
  return element
}

/** Whether the element is rendered at all, inside the window or not. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}
