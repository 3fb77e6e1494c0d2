/** A piece of finished HTML; strings become one only through `html` (which escapes them) or `raw`. */
export interface Html {
  readonly markup: string
}

type Value = Html | string | number | false | null | undefined | readonly Value[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Takes HTML that this project made itself, without escaping it. Never call it with text from a slide. */
export function raw(markup: string): Html {
  return { markup }
}

function toMarkup(value: Value): string {
  if (value === false || value === null || value === undefined) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (isList(value)) return value.map(toMarkup).join('')
  return value.markup
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/**
 * Template for HTML: strings are escaped, `Html` is kept, lists are joined, `false` and `undefined` vanish.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return raw(strings.map((part, index) => part + toMarkup(values[index])).join(''))
}
