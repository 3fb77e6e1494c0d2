import type { MarkedText } from './contract.ts'
import { describe, quote } from './describe.ts'
import { showReading } from './show.ts'
import { listTexts, measureLine } from './words.ts'

/** Uses the system's font on purpose: key names, and what a visitor types. */
const EXEMPT = 'kbd, input'

/** Shows closed dialogs and the other view's labels, as text that is not rendered has no fonts to check. */
export function showAllText(attribute: string): MarkedText[] {
  showReading()
  for (const dialog of document.querySelectorAll('dialog')) dialog.open = true
  for (const hidden of document.querySelectorAll('[hidden]')) hidden.removeAttribute('hidden')
  for (const only of document.querySelectorAll<HTMLElement>('[data-view-only]')) only.style.display = 'inline'
  for (const { element } of listTexts(document.body)) {
    if (!element.matches(EXEMPT)) element.setAttribute(attribute, '')
  }
  const marked = [...document.querySelectorAll(`[${attribute}]`)]
  return marked.map((element) => ({
    slide: element.closest('.slide')?.id ?? '',
    name: `${quote(findForeign(element) || (element.textContent ?? ''))} (${describe(element)})`,
    inside: marked.flatMap((other, index) => (other !== element && other.contains(element) ? [index] : [])),
  }))
}

/** The letters that the first font named lacks: their width changes with the second font. */
function findForeign(element: Element): string {
  const style = getComputedStyle(element)
  const [own] = style.fontFamily.split(',')
  const width = (letter: string, other: string) => measureLine(letter, style, `100px ${own}, ${other}`).width
  const letters = new Set((element.textContent ?? '').replace(/\s/g, ''))
  return [...letters].filter((letter) => width(letter, 'serif') !== width(letter, 'monospace')).join('')
}
