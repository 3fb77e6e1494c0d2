import { LANGUAGES, type Language } from '../deck/language.ts'

/**
 * Whether a slide's text can fit, judged before anything is laid out, so that a printed page never cuts text
 * off. Lengths are in hundredths of a 16:9 slide's width, as `--u` is. It is a little too generous; the
 * proof measures exactly.
 */

/** A letter's usual width, as a multiple of the size. */
const LETTER = 0.45
const TITLE = { size: 4.6, width: 86, leading: 1.04 }
/** From the slide's upper margin to its foot. */
const BODY = 42.25

export interface Setting {
  readonly size: number
  /** The width of a line. */
  readonly width: number
  /** The distance between lines, as a multiple of the size. */
  readonly leading: number
}

/** The height that a text takes. */
export function heightOf(text: string, { size, width, leading }: Setting): number {
  return countLines(text, Math.floor(width / (LETTER * size))) * size * leading
}

/** How many lines a text takes where `width` characters have room in each. A longer word breaks. */
export function countLines(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const { length } of text.replace(/[*[\]]|\{.*?\}|\(https?:.*?\)/g, '').split(/\s+/)) {
    if (used > 0 && used + 1 + length <= width) used += 1 + length
    else {
      lines += (used > 0 ? 1 : 0) + Math.floor((length - 1) / width)
      used = ((length - 1) % width) + 1
    }
  }
  return lines
}

/** The height that a slide has below its title. */
export function roomBelow(title: string): number {
  return BODY - heightOf(title, TITLE)
}

/** Finds what takes more height than a slide has below its title and a gap, in each language. */
export function checkHeight(
  what: string,
  title: Readonly<Record<Language, string>>,
  heightIn: (language: Language) => number,
): string[] {
  return LANGUAGES.flatMap((language) => {
    const share = Math.ceil((100 * heightIn(language)) / roomBelow(title[language]))
    if (share <= 100) return []
    return [
      `${what} (${language}) need ${share} % of the slide's height; shorten them or make it two slides.`,
    ]
  })
}
