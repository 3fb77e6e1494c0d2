import { LANGUAGES, type Language } from '../../deck/language.ts'

const LANGS: Readonly<Record<Language, string>> = { lt: 'lt-LT', en: 'en-GB' }

/** A language as PowerPoint names it; one that the deck does not speak keeps its own name. */
export function toLang(lang: string): string {
  const known = LANGUAGES.find((language) => language === lang)
  return known === undefined ? lang : LANGS[known]
}
