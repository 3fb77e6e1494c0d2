import { LANGUAGES, type Localized } from '../deck/language.ts'
import { en } from './en.ts'
import { lt, type Strings } from './lt.ts'

/** What the deck says beside the talk itself: names of controls, messages, words in the names of files. */
export const STRINGS: Localized<Strings> = { lt, en }

/**
 * A language with its country, as office programs expect it. A language that the deck lacks keeps its own
 * name.
 */
export function findLocale(lang: string): string {
  const known = LANGUAGES.find((language) => language === lang)
  return known === undefined ? lang : STRINGS[known].locale
}
