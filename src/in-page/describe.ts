/** An element as a selector would name it: `p.text`, `a`, `dialog#help`. */
export function describe(element: Element): string {
  const name = element.localName
  if (element.id !== '') return `${name}#${element.id}`
  const [first] = [...element.classList].filter((one) => one !== 'fragment' && one !== 'visible')
  if (first !== undefined) return `${name}.${first}`
  // An element without class or id takes the nearest one that has either: `.plate b`.
  const named = element.parentElement?.closest('[class], [id]')
  if (named === null || named === undefined || named.matches('html, body, .slide')) return name
  return `${describe(named)} ${name}`
}

const LONGEST = 40

/** A text in quotation marks, cut short to fit one line of a message. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line}”`
}

export function px(length: number): string {
  return `${Number(length.toFixed(1))} px`
}
