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
  #items: MeasuredItem[] = []

  constructor(slide: HTMLElement) {
    const { x, y } = slide.getBoundingClientRect()
    this.#slide = slide
    this.#inheritance = new Inheritance(slide)
    this.#origin = new DOMPoint(x, y)
  }

  measure(): MeasuredItem[] {
    return this.#collect(this.#slide, this.#inheritance.begin())
  }

  /** The items of an element's children. */
  #collect(element: Element, inherited: Inherited): MeasuredItem[] {
    const before = this.#items
    this.#items = []
    this.#visitChildren(element, inherited)
    const own = this.#items
    this.#items = before
    return own
  }

  #visit(element: Element, outer: Inherited): void {
    const style = getComputedStyle(element)
    // An element with `display: contents` has no box, but its children may be visible.
    const isBox = style.display !== 'contents'
    if (isBox && !isVisible(element)) return
    checkElement(element, style)
    const area = this.#areaOf(element)
    const opacity = outer.opacity * Number(style.opacity)
    const { layer, master } = this.#inheritance.inherit(element, style, outer, false)
    const base = { name: nameOf(element), layer, master }
    const paint = isBox ? readPaint(style, area, opacity) : undefined
    const id = this.#inheritance.idOf(element)
    if (paint !== undefined) this.#items.push({ kind: 'box', ...base, id, area, ...paint })
    const inherited = { ...this.#inheritance.inherit(element, style, outer, paint !== undefined), opacity }
    const inner = paint?.fill ? { ...inherited, card: id } : inherited
    if (element instanceof HTMLElement && element.matches('[data-chart]')) {
      const areaOf = (part: Element) => this.#areaOf(part)
      this.#items.push({ kind: 'chart', ...base, ...measureChart(element, areaOf) })
      // In plain text these words are in the chart's rows.
      for (const text of element.querySelectorAll('[data-apart]'))
        if (text.textContent?.trim() !== '') this.#visit(text, { ...inner, part: 'decoration' })
    } else if (element instanceof SVGSVGElement) {
      const alternative = element.role === 'img' ? element.getAttribute('aria-label') : null
      const edge = this.#areaOf(this.#slide)
      const clip = style.overflow === 'visible' ? edge : intersect(area, edge)
      const drawn = { ...base, picture: id, alternative, clip }
      this.#items.push(...measureDrawing(element, drawn, { origin: this.#origin, opacity }))
    } else if (element instanceof HTMLImageElement) {
      checkOpaque(element, opacity)
      this.#items.push({ kind: 'image', ...base, item: inherited.item, ...measureImage(element, area) })
    } else if (element instanceof HTMLTableElement) {
      const measureCell = (cell: Element) =>
        this.#collect(cell, { ...inner, display: 'block', cell: this.#inheritance.idOf(cell) })
      const areaOf = (part: Element) => this.#areaOf(part)
      const table = measureTable(element, { opacity, areaOf, measureCell })
      this.#items.push({ kind: 'table', ...base, area, ...table })
    } else this.#visitChildren(element, inner)
  }

  /** Text and inline elements flow together as one paragraph; every other child is visited by itself. */
  #visitChildren(element: Element, inherited: Inherited): void {
    const isGrid = /flex|grid/.test(inherited.display)
    let flowing: Node[] = []
    const flush = () => {
      const cell = isGrid ? this.#inheritance.startCell(element, inherited, flowing[0]) : {}
      this.#addText(flowing, element, { ...inherited, ...cell }, isGrid)
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
          this.#visit(child, inherited)
        }
      }
    }
    flush()
  }

  #addText(nodes: readonly Node[], container: Element, inherited: Inherited, isAnonymous: boolean): void {
    for (const node of nodes) if (node instanceof Element) this.#addInlineBoxes(node, inherited)
    const setting = measureText(nodes, container, { origin: this.#origin, opacity: inherited.opacity })
    if (setting === undefined) return
    const { opacity: _opacity, display: _display, ...kept } = inherited
    this.#items.push({
      kind: 'paragraph',
      name: nameOf(container),
      ...kept,
      ...setting,
      flow: isAnonymous
        ? boxAround(setting.lines, setting.leading)
        : shift(contentOf(container), this.#origin),
      marker: this.#takeMark(container),
    })
  }

  /** Adds inline elements that paint: a dot, a background, a picture. */
  #addInlineBoxes(element: Element, inherited: Inherited): void {
    const style = getComputedStyle(element)
    if (style.display === 'none') return
    if (isDrawn(element)) {
      this.#visit(element, inherited)
      return
    }
    checkElement(element, style)
    checkOpaque(element, Number(style.opacity))
    const { layer, master, opacity } = inherited
    for (const rectangle of element.getClientRects()) {
      const area = shift(rectangle, this.#origin)
      const paint = readPaint(style, area, opacity)
      if (paint === undefined) continue
      const base = { name: nameOf(element), layer, master, id: this.#inheritance.idOf(element) }
      this.#items.push({ kind: 'box', ...base, area, ...paint })
    }
    for (const child of element.children) this.#addInlineBoxes(child, inherited)
  }

  /** Only the first paragraph of a list item gets its mark. */
  #takeMark(container: Element): MeasuredParagraph['marker'] {
    const item = container.closest('li')
    if (item === null || this.#marked.has(item)) return null
    this.#marked.add(item)
    return readMark(item, contentOf(item).left - (item.parentElement?.getBoundingClientRect().left ?? 0))
  }

  #areaOf(element: Element): Rectangle {
    return shift(element.getBoundingClientRect(), this.#origin)
  }
}

/** A rectangle of the window as one of the slide. */
function shift({ left, top, right, bottom }: Rectangle, { x, y }: DOMPoint): Rectangle {
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
}

function isDrawn(element: Element): boolean {
  return element instanceof SVGElement || element instanceof HTMLImageElement
}
