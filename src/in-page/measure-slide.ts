import type { MeasuredItem, MeasuredParagraph, MeasuredSlide, Rectangle } from '../measured/measured-slide.ts'
import { intersect } from '../measured/rectangle.ts'
import { fillLines } from './fill-lines.ts'
import { Inheritance, type Inherited, TITLE } from './inheritance.ts'
import { measureChart } from './measure-chart.ts'
import { inlineUses, measureDrawing } from './measure-drawing.ts'
import { measureImage } from './measure-image.ts'
import { readColor, readPaint } from './measure-paint.ts'
import { measureTable } from './measure-table.ts'
import { measureText } from './measure-text.ts'
import { boxAround, contentOf, nameOf, readMark } from './read-element.ts'
import { checkElement, checkOpaque, refuse } from './refuse.ts'
import { isVisible } from './words.ts'

/**
 * Measures a slide as laid out, with all its steps shown. Changes the slide: it replaces `<use>` and sets
 * line breaks.
 */
export function measureSlide(slide: HTMLElement): MeasuredSlide {
  inlineUses(slide)
  fillLines(slide)
  const ground = readColor(getComputedStyle(slide).backgroundColor, 1)
  if (ground === undefined) refuse(slide, 'no ground', 'give it a background colour')
  const items = new Measurer(slide).measure()
  const title = slide.querySelector(TITLE)
  const titles = items.filter((item) => item.kind === 'paragraph' && item.isTitle)
  if (title !== null && titles.length > 1)
    refuse(title, 'more than one paragraph in the title', 'make it one, with <br> where a line should end')
  const told = [
    ...slide.querySelectorAll('svg[role="img"]:not([data-repeats]), img[alt]:not([alt=""]), [data-chart]'),
  ]
  return {
    id: slide.id,
    layout: slide.dataset['layout'] ?? '',
    ground,
    items,
    pictures: told
      .filter((picture) => picture.closest('li') === null)
      .map((picture) => picture.getAttribute('aria-label') ?? picture.getAttribute('alt') ?? ''),
  }
}

class Measurer {
  readonly #slide: HTMLElement
  readonly #inheritance: Inheritance
  readonly #origin: DOMPoint
  readonly #marked = new Set<Element>()

  constructor(slide: HTMLElement) {
    const { x, y } = slide.getBoundingClientRect()
    this.#slide = slide
    this.#inheritance = new Inheritance(slide)
    this.#origin = new DOMPoint(x, y)
  }

  measure(): MeasuredItem[] {
    return this.#measureChildren(this.#slide, this.#inheritance.begin())
  }

  #measureElement(element: Element, outer: Inherited): MeasuredItem[] {
    const style = getComputedStyle(element)
    // An element with `display: contents` has no box, but its children may be visible.
    const isBox = style.display !== 'contents'
    if (isBox && !isVisible(element)) return []
    checkElement(element, style)
    const area = this.#areaOf(element)
    const opacity = outer.opacity * Number(style.opacity)
    const paint = isBox ? readPaint(style, area, opacity) : undefined
    const inherited = { ...this.#inheritance.inherit(element, style, outer, paint !== undefined), opacity }
    const base = { name: nameOf(element), layer: inherited.layer, master: inherited.master }
    const id = this.#inheritance.idOf(element)
    const box: MeasuredItem[] = paint === undefined ? [] : [{ kind: 'box', ...base, id, area, ...paint }]
    const inner = paint?.fill ? { ...inherited, card: id } : inherited
    if (element instanceof HTMLElement && element.matches('[data-chart]')) {
      // In plain text these words are in the chart's rows.
      const apart = [...element.querySelectorAll('[data-apart]')].filter(
        (text) => text.textContent?.trim() !== '',
      )
      return [
        ...box,
        { kind: 'chart', ...base, ...measureChart(element, this.#areaOf) },
        ...apart.flatMap((text) => this.#measureElement(text, { ...inner, part: 'decoration' })),
      ]
    }
    if (element instanceof SVGSVGElement) {
      const alternative = element.role === 'img' ? element.getAttribute('aria-label') : null
      const edge = this.#areaOf(this.#slide)
      const clip = style.overflow === 'visible' ? edge : intersect(area, edge)
      const drawn = { ...base, picture: id, alternative, clip }
      return [...box, ...measureDrawing(element, drawn, { origin: this.#origin, opacity })]
    }
    if (element instanceof HTMLImageElement) {
      checkOpaque(element, opacity)
      return [...box, { kind: 'image', ...base, item: inherited.item, ...measureImage(element, area) }]
    }
    if (element instanceof HTMLTableElement) {
      const measureCell = (cell: Element) =>
        this.#measureChildren(cell, { ...inner, display: 'block', cell: this.#inheritance.idOf(cell) })
      const table = measureTable(element, { opacity, areaOf: this.#areaOf, measureCell })
      return [...box, { kind: 'table', ...base, area, ...table }]
    }
    return [...box, ...this.#measureChildren(element, inner)]
  }

  /** Text and inline elements flow together as one paragraph; every other child is measured by itself. */
  #measureChildren(element: Element, inherited: Inherited): MeasuredItem[] {
    const isGrid = /flex|grid/.test(inherited.display)
    const items: MeasuredItem[] = []
    let flowing: Node[] = []
    const flush = () => {
      const cell = isGrid ? this.#inheritance.startCell(element, inherited, flowing[0]) : {}
      items.push(...this.#measureFlow(flowing, element, { ...inherited, ...cell }, isGrid))
      flowing = []
    }
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (child.data.trim() !== '' || (flowing.length > 0 && !isGrid)) flowing.push(child)
      } else if (child instanceof Element) {
        const { display } = getComputedStyle(child)
        const isInline = display.startsWith('inline')
        if (isInline && !isDrawn(child)) flowing.push(child)
        else if (display !== 'none') {
          if (!isInline) flush()
          items.push(...this.#measureElement(child, inherited))
        }
      }
    }
    flush()
    return items
  }

  #measureFlow(
    nodes: readonly Node[],
    container: Element,
    inherited: Inherited,
    isAnonymous: boolean,
  ): MeasuredItem[] {
    const boxes = nodes.flatMap((node) =>
      node instanceof Element ? this.#measureInline(node, inherited) : [],
    )
    const setting = measureText(nodes, container, { origin: this.#origin, opacity: inherited.opacity })
    if (setting === undefined) return boxes
    const { opacity: _opacity, display: _display, ...kept } = inherited
    const flow = isAnonymous
      ? boxAround(setting.lines, setting.leading)
      : shift(contentOf(container), this.#origin)
    const marker = this.#takeMark(container)
    return [...boxes, { kind: 'paragraph', name: nameOf(container), ...kept, ...setting, flow, marker }]
  }

  /** Inline elements that paint: a dot, a background, a picture. */
  #measureInline(element: Element, inherited: Inherited): MeasuredItem[] {
    const style = getComputedStyle(element)
    if (style.display === 'none') return []
    if (isDrawn(element)) return this.#measureElement(element, inherited)
    checkElement(element, style)
    checkOpaque(element, Number(style.opacity))
    const { layer, master, opacity } = inherited
    const base = { name: nameOf(element), layer, master, id: this.#inheritance.idOf(element) }
    const boxes = [...element.getClientRects()].flatMap((rectangle): MeasuredItem[] => {
      const area = shift(rectangle, this.#origin)
      const paint = readPaint(style, area, opacity)
      return paint === undefined ? [] : [{ kind: 'box', ...base, area, ...paint }]
    })
    return [...boxes, ...[...element.children].flatMap((child) => this.#measureInline(child, inherited))]
  }

  /** Only the first paragraph of a list item gets its mark. */
  #takeMark(container: Element): MeasuredParagraph['marker'] {
    const item = container.closest('li')
    if (item === null || this.#marked.has(item)) return null
    this.#marked.add(item)
    return readMark(item, contentOf(item).left - (item.parentElement?.getBoundingClientRect().left ?? 0))
  }

  readonly #areaOf = (element: Element): Rectangle => shift(element.getBoundingClientRect(), this.#origin)
}

/** A rectangle of the window as one of the slide. */
function shift({ left, top, right, bottom }: Rectangle, { x, y }: DOMPoint): Rectangle {
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
}

function isDrawn(element: Element): boolean {
  return element instanceof SVGElement || element instanceof HTMLImageElement
}
