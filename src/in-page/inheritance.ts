import type { MeasuredParagraph } from '../measured/measured-slide.ts'

/** The first of these elements is the slide's title. */
export const TITLE = 'h1, h2'

/** What an element passes on to its children. */
export interface Inherited
  extends Pick<
    MeasuredParagraph,
    'layer' | 'master' | 'isNumber' | 'isTitle' | 'cell' | 'row' | 'item' | 'step' | 'part' | 'card'
  > {
  readonly opacity: number
  /** How it lays out its children. */
  readonly display: string
}

/**
 * Works out what the elements of one slide pass on to their children. Nodes that belong together share a
 * number.
 */
export class Inheritance {
  readonly #slide: HTMLElement
  readonly #ids = new Map<Node, number>()

  constructor(slide: HTMLElement) {
    this.#slide = slide
  }

  /** What the slide itself passes on. */
  begin(): Inherited {
    const cell = this.idOf(this.#slide)
    const nothing = { row: null, item: null, step: null, card: null }
    const flags = { master: false, isNumber: false, isTitle: false }
    const { display } = getComputedStyle(this.#slide)
    return { layer: 0, cell, ...nothing, ...flags, part: 'plain', opacity: 1, display }
  }

  /** What an element passes on, given what it inherited; `paints` if it has a background or borders. */
  inherit(element: Element, style: CSSStyleDeclaration, outer: Inherited, paints: boolean): Inherited {
    const isItem = /flex|grid/.test(outer.display)
    const isFree = ['absolute', 'fixed'].includes(style.position)
    const isTitle = element === this.#slide.querySelector(TITLE)
    const list = element.parentElement
    const row = isItem && !isFree && list !== null ? this.#rowOf(list, outer) : null
    return {
      ...outer,
      ...((isItem || isFree || isTitle || paints) && { cell: this.idOf(element), row }),
      ...(element instanceof HTMLLIElement &&
        list !== null && { item: { list: this.idOf(list), id: this.idOf(element) } }),
      ...(element.hasAttribute('data-fragment-index') && { step: this.idOf(element) }),
      layer: style.zIndex === 'auto' ? outer.layer : Number(style.zIndex),
      master: outer.master || element.hasAttribute('data-master'),
      isNumber: outer.isNumber || element.hasAttribute('data-slide-number'),
      isTitle: outer.isTitle || isTitle,
      part: partOf(element, isFree) ?? outer.part,
      display: style.display === 'contents' ? outer.display : style.display,
    }
  }

  /** Bare text in a grid or flex row is a cell of its own, numbered by its first node. */
  startCell(container: Element, outer: Inherited, first: Node | undefined): Pick<Inherited, 'cell' | 'row'> {
    return { cell: first === undefined ? outer.cell : this.idOf(first), row: this.#rowOf(container, outer) }
  }

  #rowOf(container: Element, { cell }: Inherited): Inherited['row'] {
    const { display, flexDirection } = getComputedStyle(container)
    const isRow = display.endsWith('flex') && flexDirection.startsWith('row')
    return isRow ? { id: this.idOf(container), cell } : null
  }

  /** A unique number for each node; the same node always gets the same number. */
  idOf(node: Node): number {
    const id = this.#ids.get(node) ?? this.#ids.size
    this.#ids.set(node, id)
    return id
  }
}

function partOf(element: Element, isFree: boolean): MeasuredParagraph['part'] | undefined {
  if (element.ariaHidden === 'true') return 'decoration'
  if (element.matches('blockquote')) return 'quotation'
  if (element.matches('dt')) return 'term'
  if (element.matches('dd')) return 'value'
  return isFree && element.parentElement?.querySelector(':scope > svg') ? 'label' : undefined
}
