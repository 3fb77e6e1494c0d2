export const LANGUAGES = ['lt', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The other languages, starting with the one that follows in `LANGUAGES`. */
export function otherLanguages(language: Language): Language[] {
  const at = LANGUAGES.indexOf(language)
  return [...LANGUAGES.slice(at + 1), ...LANGUAGES.slice(0, at)]
}

/** Calls `make` once for each language. */
export function localize<T>(make: (language: Language) => T): Localized<T> {
  return { lt: make('lt'), en: make('en') }
}

/** The same thing in every language of the deck. */
export type Localized<T = string> = Readonly<Record<Language, T>>

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}
