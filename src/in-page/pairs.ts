/** The foot looks like one thing, though each of its parts is a block. */
export function footOrSelf(element: Element): Element {
  return element.closest('.foot') ?? element
}

/** A remark on each pair of elements. */
export type Pairs = Map<string, string>

const ids = new Map<Element, number>()

/** Keeps a remark unless there is one on the same two elements, in whatever order. */
export function remark(pairs: Pairs, [first, second]: readonly [Element, Element], what: string): void {
  const isOne = footOrSelf(first) === footOrSelf(second)
  const key = [first, second]
    .map((element) => {
      const one = isOne ? element : footOrSelf(element)
      const id = ids.get(one) ?? ids.size
      ids.set(one, id)
      return id
    })
    .sort((a, b) => a - b)
    .join()
  if (!pairs.has(key)) pairs.set(key, what)
}
