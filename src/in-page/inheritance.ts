import type { MeasuredParagraph } from '../measured/measured-slide.ts'
import { partOf } from './read-element.ts'

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
    return {
      layer: 0,
      master: false,
      isNumber: false,
      isTitle: false,
      cell: this.idOf(this.#slide),
      row: null,
      item: null,
      step: null,
      part: 'plain',
      card: null,
      opacity: 1,
      display: getComputedStyle(this.#slide).display,
    }
  }

  /** What an element passes on, given what it inherited; `paints` if it has a background or borders. */
  inherit(element: Element, style: CSSStyleDeclaration, outer: Inherited, paints: boolean): Inherited {
    const isItem = /flex|grid/.test(outer.display)
    const isFree = ['absolute', 'fixed'].includes(style.position)
    const isTitle = element === this.#slide.querySelector(TITLE)
    const starts = isItem || isFree || isTitle || paints
    return {
      ...outer,
      ...(starts && {
        cell: this.idOf(element),
        row: isItem && !isFree ? this.#rowOf(element, outer) : null,
      }),
      layer: style.zIndex === 'auto' ? outer.layer : Number(style.zIndex),
      master: outer.master || element.hasAttribute('data-master'),
      isNumber: outer.isNumber || element.hasAttribute('data-slide-number'),
      isTitle: outer.isTitle || isTitle,
      item: this.#itemOf(element) ?? outer.item,
      step: element.hasAttribute('data-fragment-index') ? this.idOf(element) : outer.step,
      part: partOf(element, isFree) ?? outer.part,
      display: style.display === 'contents' ? outer.display : style.display,
    }
  }

  /** Bare text in a grid or flex row is a cell of its own, numbered by its first node. */
  startCell(
    container: Element,
    inherited: Inherited,
    first: Node | undefined,
  ): Pick<Inherited, 'cell' | 'row'> {
    const row = getComputedStyle(container).flexDirection.startsWith('row')
      ? { id: this.idOf(container), cell: inherited.cell }
      : null
    return { cell: first === undefined ? inherited.cell : this.idOf(first), row }
  }

  #rowOf(element: Element, { cell }: Inherited): Inherited['row'] {
    const parent = element.parentElement
    if (parent === null) return null
    const { display, flexDirection } = getComputedStyle(parent)
    return display.endsWith('flex') && flexDirection.startsWith('row')
      ? { id: this.idOf(parent), cell }
      : null
  }

  #itemOf(element: Element): Inherited['item'] {
    const list = element.parentElement
    if (!(element instanceof HTMLLIElement) || list === null) return null
    return { list: this.idOf(list), id: this.idOf(element) }
  }

  /** A unique number for each node; the same node always gets the same number. */
  idOf(node: Node): number {
    const id = this.#ids.get(node) ?? this.#ids.size
    this.#ids.set(node, id)
    return id
  }
}
