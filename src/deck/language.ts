export const LANGUAGES = ['lt', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The same thing in every language of the deck. */
export type Localized<T = string> = Readonly<Record<Language, T>>
