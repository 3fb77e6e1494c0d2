import { find } from '../talk/find-element.ts'

/** Phrases that the page holds in its language; `{taken}` and `{all}` stand for numbers. */
type Phrase = 'steps' | 'black'

/** The place that screen readers listen to. */
const findStatus = () => find('#status', HTMLElement)

/** Has screen readers say a text after what they are saying now, even the same text again. */
export function announce(text: string): void {
  findStatus().replaceChildren(text)
}

/** A phrase in the page's language. Throws when the page has none. */
export function phrase(name: Phrase, values: Readonly<Record<string, number>> = {}): string {
  const text = findStatus().dataset[name]
  if (text === undefined) throw new Error(`the page's #status has no data-${name}`)
  return text.replace(/\{(\w+)\}/g, (_, value: string) => String(values[value]))
}
