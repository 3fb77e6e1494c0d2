import MarkdownIt, { type Token } from 'markdown-it'
import type { Markdown } from '../deck/markdown.ts'
import { bracketedSpan } from './bracketed-span.ts'
import { checkAddress } from './check-address.ts'
import { type Html, raw } from './html.ts'
import { bindNumbers, typeset } from './typeset.ts'

const parser = new MarkdownIt('commonmark', { html: false }).use(bracketedSpan)

// markdown-it shows the source of a link that it rejects as plain text. Throw instead.
parser.validateLink = (url) => {
  const fault = checkAddress(url)
  if (fault === undefined) return true
  throw new Error(`the link ${fault}`)
}

parser.core.ruler.push('typeset', (state) => {
  for (const block of state.tokens) {
    for (const token of block.children ?? []) {
      if (token.type === 'text') token.content = typeset(token.content)
    }
  }
})

parser.renderer.rules['text'] = (tokens, index) => bindNumbers(tokens[index]?.content ?? '').markup

/** Markdown → HTML without a paragraph around it. Throws on a span or link that the deck does not know. */
export function renderInline(text: Markdown): Html {
  return raw(parser.renderInline(text.markdown))
}

/** A piece of running text that links to one address, or to none. */
export interface Run {
  readonly text: string
  readonly href?: string
}

/**
 * Markdown as plain runs, for files that are not HTML. Throws on a span or link that the deck does not know.
 */
export function splitRuns(text: Markdown): Run[] {
  const runs: Run[] = []
  const marks: Token[] = []
  for (const token of listTokens(text)) {
    if (token.nesting > 0) marks.push(token)
    else if (token.nesting < 0) marks.pop()
    else {
      const href = marks.map((mark) => mark.attrGet('href')).find((value) => typeof value === 'string')
      runs.push({ text: token.type === 'softbreak' ? ' ' : token.content, ...(href && { href }) })
    }
  }
  return runs.filter((run) => run.text !== '')
}

/** Every link's address in the text, in order. */
export function findLinks(text: Markdown): string[] {
  return listTokens(text)
    .map((token) => token.attrGet('href'))
    .filter((href) => typeof href === 'string')
}

function listTokens({ markdown }: Markdown): Token[] {
  return parser.parseInline(markdown, {}).flatMap(({ children }) => children ?? [])
}

export function isMarkdown(value: unknown): value is Markdown {
  return (
    typeof value === 'object' && value !== null && 'markdown' in value && typeof value.markdown === 'string'
  )
}
