import { LANGUAGES, type Language } from '../deck/language.ts'
import { isMarkdown } from '../markup/markdown.ts'

/** A text of a slide or of a part of a deck. */
export interface Text {
  /** Its place, for messages: `acts.0.text`. */
  readonly path: string
  /** Undefined for a text that is the same in all languages. */
  readonly language: Language | undefined
  readonly text: string
  /** Whether it is Markdown, and may hold links. */
  readonly markdown: boolean
}

/** Every text in a value, found by its shape: a string or Markdown, alone, in a list or `Localized`. */
export function listTexts(value: unknown, path: readonly string[] = [], language?: Language): Text[] {
  const found = (text: string, markdown: boolean) => [{ path: path.join('.'), language, text, markdown }]
  if (isMarkdown(value)) return found(value.markdown, true)
  if (typeof value === 'string') return found(value, false)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const known = LANGUAGES.find((one) => one === key)
    return known === undefined ? listTexts(item, [...path, key], language) : listTexts(item, path, known)
  })
}
