import type { MeasuredItem, MeasuredParagraph, MeasuredSlide, Rectangle } from '../measured/measured-slide.ts'
import { intersect } from '../measured/rectangle.ts'
import { fillLines } from './fill-lines.ts'
import { inlineUses, measureDrawing } from './measure-drawing.ts'
import { measureImage } from './measure-image.ts'
import { readColor, readPaint } from './measure-paint.ts'
import { measureTable } from './measure-table.ts'
import { measureText } from './measure-text.ts'
import { around, contentOf, nameOf, partOf, readMark } from './read-element.ts'
import { checkElement, checkOpaque, refuse } from './refuse.ts'
import { isVisible } from './words.ts'

/** The first of these is a slide's title. */
const TITLE = 'h1, h2'

/** What an element hands down to what it holds. */
interface Place
  extends Pick<
    MeasuredParagraph,
    'layer' | 'master' | 'isNumber' | 'isTitle' | 'cell' | 'row' | 'item' | 'step' | 'part' | 'card'
  > {
  readonly opacity: number
  /** How it lays out its children. */
  readonly display: string
}

/** A slide as it is laid out, with all its steps shown. Changes what it measures: `<use>`, and how lines break. */
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
  readonly #origin: DOMPoint
  readonly #edge: Rectangle
  readonly #ids = new Map<Node, number>()
  readonly #marked = new Set<Element>()
  #items: MeasuredItem[] = []

  constructor(slide: HTMLElement) {
    const { x, y } = slide.getBoundingClientRect()
    this.#slide = slide
    this.#origin = new DOMPoint(x, y)
    this.#edge = this.#areaOf(slide)
  }

  measure(): MeasuredItem[] {
    const { display } = getComputedStyle(this.#slide)
    this.#visitChildren(this.#slide, {
      ...{
        layer: 0,
        master: false,
        isNumber: false,
        isTitle: false,
        cell: this.#idOf(this.#slide),
        row: null,
      },
      ...{ item: null, step: null, part: 'plain', card: null, opacity: 1, display },
    })
    return this.#items
  }

  #visit(element: Element, outer: Place): void {
    const style = getComputedStyle(element)
    // An element without a box of its own is never seen, though what it holds may be.
    if (style.display !== 'contents' && !isVisible(element)) return
    checkElement(element, style)
    const area = this.#areaOf(element)
    const opacity = outer.opacity * Number(style.opacity)
    const { layer, master } = this.#placeOf(element, style, outer)
    const base = { name: nameOf(element), layer, master }
    const paint = style.display === 'contents' ? undefined : readPaint(style, area, opacity)
    const id = this.#idOf(element)
    if (paint !== undefined) this.#items.push({ kind: 'box', ...base, id, area, ...paint })
    const place = { ...this.#placeOf(element, style, outer, paint !== undefined), opacity }
    const inner = paint?.fill ? { ...place, card: id } : place
    if (element instanceof SVGSVGElement) {
      const alternative = element.role === 'img' ? element.getAttribute('aria-label') : null
      const clip = style.overflow === 'visible' ? this.#edge : intersect(area, this.#edge)
      const drawn = { ...base, picture: id, alternative, clip }
      this.#items.push(...measureDrawing(element, drawn, { origin: this.#origin, opacity }))
    } else if (element instanceof HTMLImageElement) {
      checkOpaque(element, opacity)
      this.#items.push({ kind: 'image', ...base, item: place.item, ...measureImage(element, area) })
    } else if (element instanceof HTMLTableElement) {
      const measureCell = (cell: Element) =>
        this.#collect(() => this.#visitChildren(cell, { ...inner, display: 'block', cell: this.#idOf(cell) }))
      const areaOf = (part: Element) => this.#areaOf(part)
      this.#items.push({
        kind: 'table',
        ...base,
        area,
        ...measureTable(element, { opacity, areaOf, measureCell }),
      })
    } else this.#visitChildren(element, inner)
  }

  /** Text and what is in its lines flows together; all else is on its own. */
  #visitChildren(element: Element, place: Place): void {
    const isGrid = /flex|grid/.test(place.display)
    let flowing: Node[] = []
    const flush = () => {
      this.#addText(
        flowing,
        element,
        isGrid ? { ...place, ...this.#startCell(element, place, flowing[0]) } : place,
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
        else if (display.startsWith('inline')) this.#visit(child, place)
        else if (display !== 'none') {
          flush()
          this.#visit(child, place)
        }
      }
    }
    flush()
  }

  #addText(nodes: readonly Node[], container: Element, place: Place, isAnonymous: boolean): void {
    for (const node of nodes) if (node instanceof Element) this.#addInlineBoxes(node, place)
    const setting = measureText(nodes, container, { origin: this.#origin, opacity: place.opacity })
    if (setting === undefined) return
    const { opacity: _opacity, display: _display, ...kept } = place
    this.#items.push({
      kind: 'paragraph',
      name: nameOf(container),
      ...kept,
      ...setting,
      flow: isAnonymous ? around(setting.lines, setting.leading) : this.#contentOf(container),
      marker: this.#takeMark(container),
    })
  }

  /** What stands in a line and paints: a dot, a ground, a picture. */
  #addInlineBoxes(element: Element, place: Place): void {
    const style = getComputedStyle(element)
    if (style.display === 'none') return
    if (isDrawn(element)) {
      this.#visit(element, place)
      return
    }
    checkElement(element, style)
    checkOpaque(element, Number(style.opacity))
    const { layer, master } = place
    for (const rect of element.getClientRects()) {
      const area = this.#toSlide(rect)
      const paint = readPaint(style, area, place.opacity)
      if (paint === undefined) continue
      this.#items.push({
        kind: 'box',
        name: nameOf(element),
        layer,
        master,
        id: this.#idOf(element),
        area,
        ...paint,
      })
    }
    for (const child of element.children) this.#addInlineBoxes(child, place)
  }

  #placeOf(element: Element, style: CSSStyleDeclaration, outer: Place, paints = false): Place {
    const isItem = /flex|grid/.test(outer.display)
    const isFree = ['absolute', 'fixed'].includes(style.position)
    const isTitle = element === this.#slide.querySelector(TITLE)
    const starts = isItem || isFree || isTitle || paints
    return {
      ...outer,
      ...(starts && {
        cell: this.#idOf(element),
        row: isItem && !isFree ? this.#rowOf(element, outer) : null,
      }),
      layer: style.zIndex === 'auto' ? outer.layer : Number(style.zIndex),
      master: outer.master || element.hasAttribute('data-master'),
      isNumber: outer.isNumber || element.hasAttribute('data-slide-number'),
      isTitle: outer.isTitle || isTitle,
      item: this.#itemOf(element) ?? outer.item,
      step: element.hasAttribute('data-fragment-index') ? this.#idOf(element) : outer.step,
      part: partOf(element, isFree) ?? outer.part,
      display: style.display === 'contents' ? outer.display : style.display,
    }
  }

  #startCell(container: Element, place: Place, first: Node | undefined): Pick<Place, 'cell' | 'row'> {
    const row = getComputedStyle(container).flexDirection.startsWith('row')
      ? { id: this.#idOf(container), cell: place.cell }
      : null
    return { cell: first === undefined ? place.cell : this.#idOf(first), row }
  }

  #rowOf(element: Element, { cell }: Place): Place['row'] {
    const parent = element.parentElement
    if (parent === null) return null
    const { display, flexDirection } = getComputedStyle(parent)
    return display.endsWith('flex') && flexDirection.startsWith('row')
      ? { id: this.#idOf(parent), cell }
      : null
  }

  #itemOf(element: Element): Place['item'] {
    const list = element.parentElement
    if (!(element instanceof HTMLLIElement) || list === null) return null
    return { list: this.#idOf(list), id: this.#idOf(element) }
  }

  /** An item's first paragraph has its mark. */
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

  #idOf(node: Node): number {
    const id = this.#ids.get(node) ?? this.#ids.size
    this.#ids.set(node, id)
    return id
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
