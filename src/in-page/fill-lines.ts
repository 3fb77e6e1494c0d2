/**
 * Breaks lines as office programs do, which fill each line before the next. Text that the deck balances gets
 * the narrowest width that keeps its number of lines, so that it looks alike. The box is then widened to
 * halfway to the next change of line breaks, so that a slightly wider or narrower font breaks alike, too.
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
  // Padding narrows the lines; the element's own width stays, so nothing around it moves.
  const size = `${width}px`
  for (const name of ['inline-size', 'min-inline-size', 'max-inline-size'])
    element.style.setProperty(name, size)
  const set = (less: number) => {
    const before = textAlign === 'center' ? less / 2 : 0
    element.style.paddingInlineStart = `${start + before}px`
    element.style.paddingInlineEnd = `${end + less - before}px`
  }
  const narrowest = bisect(0, width - start - end, (less) => {
    set(less)
    return listLines(element).length <= lines
  })
  set(narrowest)
  const broken = listLines(element).join()
  const widest = bisect(narrowest, 0, (less) => {
    set(less)
    return listLines(element).join() === broken
  })
  set((narrowest + widest) / 2)
}

/** Bisects between a value that holds and one that fails; returns the last one that holds, within a pixel. */
function bisect(holding: number, failing: number, holds: (value: number) => boolean): number {
  let [fits, fails] = [holding, failing]
  while (Math.abs(fails - fits) > 1) {
    const middle = (fits + fails) / 2
    if (holds(middle)) fits = middle
    else fails = middle
  }
  return fits
}

/** Whether text flows directly in the element. */
export function ownsText(element: Element): boolean {
  return (
    getComputedStyle(element).display !== 'inline' &&
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
  )
}

/** The widths of the lines, in whole pixels. A rectangle that starts further left begins a new line. */
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
