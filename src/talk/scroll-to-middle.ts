/** Scrolls a list so that an item of it is in its middle; `scrollIntoView` would move the page too. */
export function scrollToMiddle(list: Element, item: Element): void {
  const [whole, part] = [list.getBoundingClientRect(), item.getBoundingClientRect()]
  list.scrollLeft += (part.left + part.right - whole.left - whole.right) / 2
  list.scrollTop += (part.top + part.bottom - whole.top - whole.bottom) / 2
}
