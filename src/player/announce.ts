import { find } from '../talk/find-element.ts'

/** The names of phrases whose texts are in the page; `{taken}` and `{all}` stand for numbers. */
type Phrase = 'steps' | 'black'

/** The live region that screen readers announce. */
const findStatus = () => find('#status', HTMLElement)

/** Makes screen readers say a text after their current one, even if the text is the same as before. */
export function announce(text: string): void {
  findStatus().replaceChildren(text)
}

/** A phrase in the page's language. Throws when the page has none. */
export function phrase(name: Phrase, values: Readonly<Record<string, number>> = {}): string {
  const text = findStatus().dataset[name]
  if (text === undefined) throw new Error(`the page's #status has no data-${name}`)
  return text.replace(/\{(\w+)\}/g, (_, value: string) => String(values[value]))
}
