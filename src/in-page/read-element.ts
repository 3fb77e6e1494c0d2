import type { MeasuredParagraph, Rectangle } from '../measured/measured-slide.ts'
import { refuse } from './refuse.ts'

/** An element's content box in the viewport: the area of its lines. */
export function contentOf(element: Element): Rectangle {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const inset = (side: string) =>
    Number.parseFloat(style.getPropertyValue(`padding-${side}`)) +
    Number.parseFloat(style.getPropertyValue(`border-${side}-width`))
  return {
    left: left + inset('left'),
    top: top + inset('top'),
    right: right - inset('right'),
    bottom: bottom - inset('bottom'),
  }
}

/** The mark of a list item, `indent` pixels before its text; null where it has none. */
export function readMark(item: HTMLLIElement, indent: number): MeasuredParagraph['marker'] {
  const list = item.parentElement
  const { display, listStyleType } = getComputedStyle(item)
  if (list === null || display !== 'list-item' || listStyleType === 'none') return null
  let level = 0
  for (
    let outer = list.parentElement?.closest('ul, ol');
    outer;
    outer = outer.parentElement?.closest('ul, ol')
  )
    level += 1
  if (!(list instanceof HTMLOListElement)) return { kind: 'bullet', level, indent, start: 1 }
  if (listStyleType !== 'decimal') refuse(item, 'letters or other marks for numbers', 'take plain numbers')
  if (list.reversed) refuse(item, 'numbers that count down', 'let them count up')
  return { kind: 'number', level, indent, start: numberOf(item, list) }
}

/** An item counts on from the one before it, unless it sets its own number. */
function numberOf(item: HTMLLIElement, list: HTMLOListElement): number {
  let number = list.start
  for (const one of list.children) {
    if (!(one instanceof HTMLLIElement)) continue
    if (one.hasAttribute('value')) number = one.value
    if (one === item) break
    number += 1
  }
  return number
}

export function partOf(element: Element, isFree: boolean): MeasuredParagraph['part'] | undefined {
  if (element.ariaHidden === 'true') return 'decoration'
  if (element.matches('blockquote')) return 'quotation'
  if (element.matches('dt')) return 'term'
  if (element.matches('dd')) return 'value'
  return isFree && element.parentElement?.querySelector(':scope > svg') ? 'label' : undefined
}

export function around(lines: MeasuredParagraph['lines'], leading: number): Rectangle {
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    top: Math.min(...lines.map(({ baseline }) => baseline)) - leading,
    right: Math.max(...lines.map(({ right }) => right)),
    bottom: Math.max(...lines.map(({ baseline }) => baseline)),
  }
}

/**
 * The element's name in PowerPoint's list of objects: its class, or that of the nearest ancestor with one.
 */
export function nameOf(element: Element): string {
  const named = element.closest('[class]')
  const [first = ''] = named?.classList ?? []
  const words = first.replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
