import type { MeasuredParagraph, Rectangle } from '../measured/measured-slide.ts'
import { unite } from '../measured/rectangle.ts'
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
  let level = -1
  for (let outer: Element | null | undefined = list; outer; outer = outer.parentElement?.closest('ul, ol'))
    level += 1
  if (!(list instanceof HTMLOListElement)) return { kind: 'bullet', level, indent, start: 1 }
  if (listStyleType !== 'decimal') refuse(item, 'letters or other marks for numbers', 'take plain numbers')
  if (list.reversed) refuse(item, 'numbers that count down', 'let them count up')
  // An item counts on from the one before it, unless it sets its own number.
  const items = [...list.children].filter((one) => one instanceof HTMLLIElement)
  const before = items.slice(0, items.indexOf(item) + 1)
  const set = before.findLastIndex((one) => one.hasAttribute('value'))
  const start = (before[set]?.value ?? list.start - 1) + before.length - 1 - set
  return { kind: 'number', level, indent, start }
}

/** The area of lines of text without a box of their own. */
export function boxAround(lines: MeasuredParagraph['lines'], leading: number): Rectangle {
  const area = unite(
    lines.map(({ left, right, baseline }) => ({ left, right, top: baseline, bottom: baseline })),
  )
  return { ...area, top: area.top - leading }
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
