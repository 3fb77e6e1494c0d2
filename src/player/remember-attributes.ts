/** Remembers all attributes of the elements. Returns a function that restores them. */
export function rememberAttributes(elements: Iterable<Element>): () => void {
  const remembered = [...elements].map((element) => ({
    element,
    attributes: new Map(element.getAttributeNames().map((name) => [name, element.getAttribute(name)])),
  }))
  return () => {
    for (const { element, attributes } of remembered) {
      for (const name of element.getAttributeNames()) {
        if (!attributes.has(name)) element.removeAttribute(name)
      }
      for (const [name, value] of attributes) element.setAttribute(name, value ?? '')
    }
  }
}
