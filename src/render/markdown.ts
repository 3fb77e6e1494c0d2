import MarkdownIt from 'markdown-it'
import type { Markdown } from '../slide.ts'
import { bracketedSpan } from './bracketed-span.ts'
import { type Html, raw } from './html.ts'
import { typeset } from './typeset.ts'

const LINK_SCHEMES = /^(https:|mailto:|#)/

const parser = new MarkdownIt('commonmark', { html: false }).use(bracketedSpan)

// markdown-it drops a link it does not like and shows its source as text; the deck stops instead.
parser.validateLink = (url) => {
  if (LINK_SCHEMES.test(url)) return true
  throw new Error(`the link "${url}" is neither https:, mailto: nor a slide (#id)`)
}

parser.core.ruler.push('typeset', (state) => {
  for (const block of state.tokens) {
    for (const token of block.children ?? []) {
      if (token.type === 'text') token.content = typeset(token.content)
    }
  }
})

/** Markdown → HTML without a paragraph around it. Throws on a span or link that the deck does not know. */
export function renderInline(text: Markdown): Html {
  return raw(parser.renderInline(text.markdown))
}

/** Every link's address in the text, in order. */
export function findLinks(text: Markdown): string[] {
  const links: string[] = []
  for (const block of parser.parseInline(text.markdown, {})) {
    for (const token of block.children ?? []) {
      const href = token.attrGet('href')
      if (typeof href === 'string') links.push(href)
    }
  }
  return links
}
