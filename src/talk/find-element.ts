/** The first element that fits. Throws when the page has none of that type: page and script then differ. */
export function find<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`the page has no ${type.name} ${selector}`)
  return element
}

/** Whether the element takes any room in the window. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}
