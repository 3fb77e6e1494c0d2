/**
 * Sets lines as office programs do, which fill each before they begin the next. Text that is balanced in the deck is
 * filled in the narrowest width that has as many lines: so it looks alike, and a box of that width keeps it so.
 */
export function fillLines(slide: Element): void {
  for (const element of slide.querySelectorAll<HTMLElement>('*')) {
    const wrap = getComputedStyle(element).getPropertyValue('text-wrap-style')
    if (wrap === 'auto') continue
    const lines = wrap === 'balance' && ownsText(element) ? countLines(element) : 1
    element.style.setProperty('text-wrap-style', 'auto')
    if (lines > 1) narrow(element, lines)
  }
}

function narrow(element: HTMLElement, lines: number): void {
  const { paddingInlineStart, paddingInlineEnd, textAlign } = getComputedStyle(element)
  const [start, end] = [Number.parseFloat(paddingInlineStart), Number.parseFloat(paddingInlineEnd)]
  const width = element.getBoundingClientRect().width
  // What it stands in stays as it is: only the room for its lines gets narrower.
  const size = `${width}px`
  for (const name of ['inline-size', 'min-inline-size', 'max-inline-size'])
    element.style.setProperty(name, size)
  const set = (less: number) => {
    const before = textAlign === 'center' ? less / 2 : 0
    element.style.paddingInlineStart = `${start + before}px`
    element.style.paddingInlineEnd = `${end + less - before}px`
  }
  let [fits, fails] = [0, width - start - end]
  while (fails - fits > 1) {
    const less = (fits + fails) / 2
    set(less)
    if (countLines(element) > lines) fails = less
    else fits = less
  }
  set(fits)
}

/** Whether text flows in the element itself. */
export function ownsText(element: Element): boolean {
  return (
    getComputedStyle(element).display !== 'inline' &&
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
  )
}

/** A line begins where the text goes back to the left. */
function countLines(element: Element): number {
  const range = document.createRange()
  range.selectNodeContents(element)
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
  return boxes.filter(({ left }, index) => index === 0 || left < (boxes[index - 1]?.right ?? 0) - 1).length
}
