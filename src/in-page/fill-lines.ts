/**
 * Sets lines as office programs do, which fill each before they begin the next. Text that is balanced in the deck is
 * filled in the narrowest width that has as many lines, so it looks alike; its box is as wide as half way to where a
 * word would change its line, so that it looks alike in a font a little wider or narrower, too.
 */
export function fillLines(slide: Element): void {
  for (const element of slide.querySelectorAll<HTMLElement>('*')) {
    const wrap = getComputedStyle(element).getPropertyValue('text-wrap-style')
    if (wrap === 'auto') continue
    const lines = wrap === 'balance' && ownsText(element) ? listLines(element).length : 1
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
  const narrowest = halve(0, width - start - end, (less) => {
    set(less)
    return listLines(element).length <= lines
  })
  set(narrowest)
  const broken = listLines(element).join()
  const widest = halve(narrowest, 0, (less) => {
    set(less)
    return listLines(element).join() === broken
  })
  set((narrowest + widest) / 2)
}

/** The last value on the way from one that holds to one that does not, within a pixel. */
function halve(holding: number, failing: number, holds: (value: number) => boolean): number {
  let [fits, fails] = [holding, failing]
  while (Math.abs(fails - fits) > 1) {
    const middle = (fits + fails) / 2
    if (holds(middle)) fits = middle
    else fails = middle
  }
  return fits
}

/** Whether text flows in the element itself. */
export function ownsText(element: Element): boolean {
  return (
    getComputedStyle(element).display !== 'inline' &&
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
  )
}

/** The widths of the lines, in whole pixels. A line begins where the text goes back to the left. */
function listLines(element: Element): number[] {
  const range = document.createRange()
  range.selectNodeContents(element)
  const lines: { left: number; right: number }[] = []
  for (const { left, right, width } of range.getClientRects()) {
    const last = lines.at(-1)
    if (width === 0) continue
    if (last === undefined || left < last.right - 1) lines.push({ left, right })
    else last.right = right
  }
  return lines.map((line) => Math.round(line.right - line.left))
}
