import type { SlideContext } from '../../render/context.ts'
import { splitRuns } from '../../render/markdown.ts'
import type { Language, Localized, Markdown } from '../../slide.ts'
import type { Paragraph, TextRun } from './model.ts'
import { colorOf } from './theme.ts'

export const LANGS: Readonly<Record<Language, string>> = { lt: 'lt-LT', en: 'en-GB' }

/** Running text as a paragraph's runs; `lang` is that of the whole, where it is not the slide's. */
export function toRuns(text: Markdown, ground: 'paper' | 'ink' = 'paper', lang?: Language): TextRun[] {
  return splitRuns(text).map((run) => {
    const language = run.lang ?? lang
    return {
      text: run.text,
      ...((run.strong || run.role !== undefined) && { bold: true }),
      ...(run.emphasis && { italic: true }),
      ...(run.role !== undefined && { color: colorOf(run.role, ground) }),
      ...(language !== undefined && { lang: LANGS[language] }),
      ...(run.href !== undefined && { href: run.href }),
    }
  })
}

/** The slide's language of a running text, as one paragraph. */
export function paragraphOf(context: SlideContext, text: Localized<Markdown>): Paragraph {
  return { runs: toRuns(text[context.language]) }
}

/** The same in display type: its end is kept together. */
export function displayOf(context: SlideContext, text: Localized<Markdown>): Paragraph {
  const runs = toRuns(text[context.language])
  return {
    runs: runs.map((run, index) => (index < runs.length - 1 ? run : { ...run, text: keepEnd(run.text) })),
  }
}

/** As long as two words may be together, in letters, to be kept so. */
const TIED = 17

/** Ties the last two words of a title together where they are short: none stands alone in the last line. */
export function keepEnd(text: string): string {
  const words = text.split(' ')
  const tail = words.slice(-2).join('\u00a0')
  return words.length > 2 && tail.length <= TIED ? [...words.slice(0, -2), tail].join(' ') : text
}

export function plain(text: string): Paragraph {
  return { runs: [{ text }] }
}
