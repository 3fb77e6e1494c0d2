/**
 * Running text in Markdown: `**strong**`, `*emphasis*`, links, and bracketed spans for what Markdown has no
 * syntax for. `[climate neutrality]{.climate}` gives a colour role, `[twin transition]{lang=en}` names a
 * language.
 */
export interface Markdown {
  readonly markdown: string
}

/**
 * Tags a template as Markdown: md`Two **words**`, md`It unites **${clusters} clusters**`. Strips the
 * indentation that all lines share.
 */
export function md(strings: TemplateStringsArray, ...values: readonly (number | string)[]): Markdown {
  const text = strings.map((part, index) => part + (values[index] ?? '')).join('')
  const lines = text.split('\n').map((line) => line.trim())
  return { markdown: lines.join('\n').trim() }
}

/** What a colour means. A span in running text can have such a role. */
export const ROLES = ['clusters', 'companies', 'climate', 'digital', 'fall', 'ride'] as const
export type Role = (typeof ROLES)[number]
