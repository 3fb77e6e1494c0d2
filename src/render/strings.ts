import type { Localized } from '../slide.ts'

/** What the page says beside the talk itself: names of controls and the like. */
export const STRINGS = {
  languageName: { lt: 'Lietuvių', en: 'English' },
  skip: { lt: 'Pereiti prie skaidrių', en: 'Skip to the slides' },
  controls: { lt: 'Rodymo valdikliai', en: 'Display controls' },
  slide: { lt: 'skaidrė', en: 'slide' },
  slides: { lt: 'Skaidrės', en: 'Slides' },
  present: { lt: 'Rodyti', en: 'Present' },
  read: { lt: 'Skaityti', en: 'Read' },
  overview: { lt: 'Visos skaidrės', en: 'All slides' },
  follow: { lt: 'Sekti pranešėją', en: 'Follow the speaker' },
  help: { lt: 'Klavišai', en: 'Keys' },
  close: { lt: 'Uždaryti', en: 'Close' },
  jump: { lt: 'Eiti į skaidrę', en: 'Go to slide' },
  jumpHint: { lt: 'Numeris arba pavadinimas', en: 'Number or title' },
  go: { lt: 'Eiti', en: 'Go' },
  noMatch: { lt: 'Tokios skaidrės nėra. Skaidrės:', en: 'There is no such slide. The slides:' },
  sources: { lt: ['Šaltinis', 'Šaltiniai'], en: ['Source', 'Sources'] },
  email: { lt: 'El. paštas', en: 'E-mail' },
  linkedin: { lt: 'LinkedIn', en: 'LinkedIn' },
  contactCode: {
    lt: 'QR kodas: vizitinė kortelė su šiais duomenimis',
    en: 'QR code: a contact card with these details',
  },
} as const satisfies Record<string, Localized | Localized<readonly [string, string]>>

/** „5 iš 9“: where a slide stands. */
export const POSITION: Localized<(number: number, total: number) => string> = {
  lt: (number, total) => `${number} iš ${total}`,
  en: (number, total) => `${number} of ${total}`,
}

/** The help sheet: keys and what they do, in the order of their use. */
export const KEYS: readonly { readonly keys: readonly string[]; readonly does: Localized }[] = [
  { keys: ['→', '␣', 'Page Down'], does: { lt: 'Kitas žingsnis', en: 'Next step' } },
  { keys: ['←', 'Page Up'], does: { lt: 'Ankstesnis žingsnis', en: 'Previous step' } },
  { keys: ['Home', 'End'], does: { lt: 'Pirma, paskutinė skaidrė', en: 'First, last slide' } },
  { keys: ['G'], does: { lt: 'Eiti į skaidrę', en: 'Go to a slide' } },
  { keys: ['O', 'Esc'], does: { lt: 'Visos skaidrės', en: 'All slides' } },
  { keys: ['B', '.'], does: { lt: 'Juodas ekranas', en: 'Black screen' } },
  { keys: ['F'], does: { lt: 'Visas ekranas', en: 'Full screen' } },
  { keys: ['R'], does: { lt: 'Skaityti arba rodyti', en: 'Read or present' } },
  { keys: ['L'], does: { lt: 'Kita kalba', en: 'Other language' } },
  { keys: ['?'], does: { lt: 'Ši pagalba', en: 'This help' } },
]
