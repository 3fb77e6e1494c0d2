import type { MarkdownIt } from 'markdown-it'
import { LANGUAGES } from '../deck/language.ts'
import { ROLES } from '../deck/markdown.ts'

/**
 * Pandoc's bracketed spans, for what Markdown has no syntax for: `[text]{.role}` marks a colour role,
 * `[text]{lang=en}` a language. A role or language that the deck does not know is an error, not plain text.
 */
export function bracketedSpan(parser: MarkdownIt): void {
  parser.inline.ruler.before('link', 'bracketed-span', (state, silent) => {
    if (state.src[state.pos] !== '[') return false
    const labelEnd = parser.helpers.parseLinkLabel(state, state.pos)
    const attributes = /^\{([^}]*)\}/.exec(state.src.slice(labelEnd + 1))
    if (labelEnd < 0 || attributes === null) return false
    if (!silent) {
      const token = state.push('span_open', 'span', 1)
      token.attrs = [parseAttribute(attributes[1] ?? '')]
      const { pos, posMax } = state
      state.pos = pos + 1
      state.posMax = labelEnd
      parser.inline.tokenize(state)
      state.posMax = posMax
      state.push('span_close', 'span', -1)
    }
    state.pos = labelEnd + 1 + attributes[0].length
    return true
  })
}

function parseAttribute(text: string): [string, string] {
  const role = ROLES.find((known) => text === `.${known}`)
  if (role !== undefined) return ['class', `role-${role}`]
  const language = LANGUAGES.find((known) => text === `lang=${known}`)
  if (language !== undefined) return ['lang', language]
  const allowed = [...ROLES.map((known) => `.${known}`), ...LANGUAGES.map((known) => `lang=${known}`)]
  throw new Error(`a span says {${text}}; it takes one of ${allowed.join(', ')}`)
}
