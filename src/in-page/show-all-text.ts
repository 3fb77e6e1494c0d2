import type { MarkedText } from './contract.ts'
import { describe, quote } from './describe.ts'
import { showReading } from './show.ts'
import { listTexts } from './words.ts'

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

const pen = document.createElement('canvas').getContext('2d')

/** The letters that the first font named lacks: their width changes with the second font. */
function findForeign(element: Element): string {
  if (pen === null) throw new Error('the browser has no canvas to measure letters with')
  const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element)
  const own = fontFamily.split(',')[0] ?? fontFamily
  const width = (letter: string, other: string) => {
    pen.font = `${fontStyle} ${fontWeight} 100px ${own}, ${other}`
    return pen.measureText(letter).width
  }
  const letters = new Set((element.textContent ?? '').replace(/\s/g, ''))
  return [...letters].filter((letter) => width(letter, 'serif') !== width(letter, 'monospace')).join('')
}
