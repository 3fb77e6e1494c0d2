import type { MeasuredItem, MeasuredParagraph, MeasuredSlide, Rectangle } from '../measured/measured-slide.ts'
import { intersect } from '../measured/rectangle.ts'
import { fillLines } from './fill-lines.ts'
import { Inheritance, type Inherited, TITLE } from './inheritance.ts'
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
  const told = [...slide.querySelectorAll('svg[role="img"]:not([data-repeats]), img[alt]:not([alt=""])')]
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
  readonly #edge: Rectangle
  readonly #marked = new Set<Element>()
  #items: MeasuredItem[] = []

  constructor(slide: HTMLElement) {
    const { x, y } = slide.getBoundingClientRect()
    this.#slide = slide
    this.#inheritance = new Inheritance(slide)
    this.#origin = new DOMPoint(x, y)
    this.#edge = this.#areaOf(slide)
  }

  measure(): MeasuredItem[] {
    this.#visitChildren(this.#slide, this.#inheritance.begin())
    return this.#items
  }

  #visit(element: Element, outer: Inherited): void {
    const style = getComputedStyle(element)
    // An element with `display: contents` has no box, but its children may be visible.
    if (style.display !== 'contents' && !isVisible(element)) return
    checkElement(element, style)
    const area = this.#areaOf(element)
    const opacity = outer.opacity * Number(style.opacity)
    const { layer, master } = this.#inheritance.inherit(element, style, outer, false)
    const base = { name: nameOf(element), layer, master }
    const paint = style.display === 'contents' ? undefined : readPaint(style, area, opacity)
    const id = this.#inheritance.idOf(element)
    if (paint !== undefined) this.#items.push({ kind: 'box', ...base, id, area, ...paint })
    const inherited = { ...this.#inheritance.inherit(element, style, outer, paint !== undefined), opacity }
    const inner = paint?.fill ? { ...inherited, card: id } : inherited
    if (element instanceof SVGSVGElement) {
      const alternative = element.role === 'img' ? element.getAttribute('aria-label') : null
      const clip = style.overflow === 'visible' ? this.#edge : intersect(area, this.#edge)
      const drawn = { ...base, picture: id, alternative, clip }
      this.#items.push(...measureDrawing(element, drawn, { origin: this.#origin, opacity }))
    } else if (element instanceof HTMLImageElement) {
      checkOpaque(element, opacity)
      this.#items.push({ kind: 'image', ...base, item: inherited.item, ...measureImage(element, area) })
    } else if (element instanceof HTMLTableElement) {
      const measureCell = (cell: Element) =>
        this.#collect(() =>
          this.#visitChildren(cell, { ...inner, display: 'block', cell: this.#inheritance.idOf(cell) }),
        )
      const areaOf = (part: Element) => this.#areaOf(part)
      this.#items.push({
        kind: 'table',
        ...base,
        area,
        ...measureTable(element, { opacity, areaOf, measureCell }),
      })
    } else this.#visitChildren(element, inner)
  }

  /** Text and inline elements flow together as one paragraph; every other child is visited by itself. */
  #visitChildren(element: Element, inherited: Inherited): void {
    const isGrid = /flex|grid/.test(inherited.display)
    let flowing: Node[] = []
    const flush = () => {
      this.#addText(
        flowing,
        element,
        isGrid ? { ...inherited, ...this.#inheritance.startCell(element, inherited, flowing[0]) } : inherited,
        isGrid,
      )
      flowing = []
    }
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (child.data.trim() !== '' || (flowing.length > 0 && !isGrid)) flowing.push(child)
      } else if (child instanceof Element) {
        const { display } = getComputedStyle(child)
        if (display.startsWith('inline') && !isDrawn(child)) flowing.push(child)
        else if (display.startsWith('inline')) this.#visit(child, inherited)
        else if (display !== 'none') {
          flush()
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
      flow: isAnonymous ? boxAround(setting.lines, setting.leading) : this.#contentOf(container),
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
    const { layer, master } = inherited
    for (const rect of element.getClientRects()) {
      const area = this.#toSlide(rect)
      const paint = readPaint(style, area, inherited.opacity)
      if (paint === undefined) continue
      this.#items.push({
        kind: 'box',
        name: nameOf(element),
        layer,
        master,
        id: this.#inheritance.idOf(element),
        area,
        ...paint,
      })
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

  #collect(work: () => void): MeasuredItem[] {
    const before = this.#items
    this.#items = []
    work()
    const own = this.#items
    this.#items = before
    return own
  }

  #areaOf(element: Element): Rectangle {
    return this.#toSlide(element.getBoundingClientRect())
  }

  #contentOf(element: Element): Rectangle {
    return this.#toSlide(contentOf(element))
  }

  #toSlide({ left, top, right, bottom }: Rectangle): Rectangle {
    const { x, y } = this.#origin
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
  }
}

function isDrawn(element: Element): boolean {
  return element instanceof SVGElement || element instanceof HTMLImageElement
}
