import type { Language } from '../deck/language.ts'

/** The metadata and navigation of a finished PDF. */
export interface Imprint {
  readonly title: string
  readonly author: string
  readonly description: string
  /** Search words from the talk. */
  readonly keywords: readonly string[]
  readonly language: Language
  /** The slides by page, in running order: an id becomes a named destination, a title a bookmark. */
  readonly sheets: readonly (readonly { readonly id: string; readonly title: string }[])[]
  /** How large it was printed: 1 as it was laid out, 0.5 half as large. */
  readonly scale: number
  /** The label of each page, if it differs from the page's number. */
  readonly labels?: readonly string[] | undefined
  readonly date: Date | undefined
  /** Identifies the file's content: 32 hexadecimal digits, always the same for the same source. */
  readonly fingerprint: string
}
