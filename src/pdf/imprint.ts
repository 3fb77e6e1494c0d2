import type { Language } from '../deck/language.ts'

/** What a finished PDF says of itself. */
export interface Imprint {
  readonly title: string
  readonly author: string
  readonly description: string
  /** Words of the talk to find it by. */
  readonly keywords: readonly string[]
  readonly language: Language
  /** The slides by page, in running order: an id becomes a named destination, a title a bookmark. */
  readonly sheets: readonly (readonly { readonly id: string; readonly title: string }[])[]
  /** What each page is called, when it is not its number. */
  readonly labels?: readonly string[] | undefined
  readonly date: Date | undefined
  /** Names the file's content, 32 hexadecimal digits; the same source must give the same. */
  readonly fingerprint: string
}
