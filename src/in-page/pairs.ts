/** The foot looks like one thing, though each of its parts is a block. */
export function footOrSelf(element: Element): Element {
  return element.closest('.foot') ?? element
}

/** Keeps the first remark on each pair of elements. */
export class Pairs {
  readonly #pairs: { one: Element; other: Element; remark: string }[] = []

  add([first, second]: readonly [Element, Element], remark: string): void {
    const apart = footOrSelf(first) !== footOrSelf(second)
    const [one, other] = apart ? [footOrSelf(first), footOrSelf(second)] : [first, second]
    if (!this.#has(one, other)) this.#pairs.push({ one, other, remark })
  }

  get list(): string[] {
    return this.#pairs.map(({ remark }) => remark)
  }

  without(those: Pairs): string[] {
    return this.#pairs.filter(({ one, other }) => !those.#has(one, other)).map(({ remark }) => remark)
  }

  #has(one: Element, other: Element): boolean {
    return this.#pairs.some(
      (pair) => (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one),
    )
  }
}
