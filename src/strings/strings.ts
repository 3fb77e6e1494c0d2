import type { Localized } from '../deck/language.ts'

/** What the page says beside the talk itself: names of controls and the like. */
export const STRINGS = {
  languageName: { lt: 'Lietuvių', en: 'English' },
  skip: { lt: 'Pereiti prie skaidrių', en: 'Skip to the slides' },
  controls: { lt: 'Rodymo valdikliai', en: 'Display controls' },
  slide: { lt: 'skaidrė', en: 'slide' },
  slides: { lt: 'Skaidrės', en: 'Slides' },
  contents: { lt: 'Turinys', en: 'Contents' },
  present: { lt: 'Rodyti', en: 'Present' },
  read: { lt: 'Skaityti', en: 'Read' },
  overview: { lt: 'Visos skaidrės', en: 'All slides' },
  follow: { lt: 'Sekti pranešėją', en: 'Follow the speaker' },
  help: { lt: 'Klavišai', en: 'Keys' },
  characterKeys: { lt: 'Vieno ženklo klavišai', en: 'Single-character keys' },
  characterKeysHint: {
    lt: 'Išjunkite, jei kompiuterį valdote balsu. Rodyklės, tarpas, Page Up, Page Down, Home, End, Esc ir F1 veikia visada.',
    en: 'Turn them off if you control the computer by voice. Arrows, Space, Page Up, Page Down, Home, End, Esc and F1 always work.',
  },
  steps: { lt: 'žingsniai: {taken} iš {all}', en: 'steps: {taken} of {all}' },
  black: { lt: 'juodas ekranas', en: 'black screen' },
  close: { lt: 'Uždaryti', en: 'Close' },
  jump: { lt: 'Eiti į skaidrę', en: 'Go to slide' },
  jumpHint: { lt: 'Numeris arba pavadinimas', en: 'Number or title' },
  go: { lt: 'Eiti', en: 'Go' },
  noMatch: { lt: 'Tokios skaidrės nėra. Skaidrės:', en: 'There is no such slide. The slides:' },
  sources: { lt: ['Šaltinis', 'Šaltiniai'], en: ['Source', 'Sources'] },
  email: { lt: 'El. paštas', en: 'E-mail' },
  linkedin: { lt: 'LinkedIn', en: 'LinkedIn' },
  share: { lt: 'Dalytis', en: 'Share' },
  copied: { lt: 'Nuoroda nukopijuota', en: 'Link copied' },
  notLoaded: {
    lt: 'Rodymo įkelti nepavyko. Patikrinkite ryšį ir bandykite dar kartą.',
    en: 'Presenting could not be loaded. Check the connection and try again.',
  },
  noSlide: { lt: 'Šiuo adresu skaidrės nėra', en: 'There is no slide at this address' },
  notCopied: { lt: 'Nukopijuokite nuorodą:', en: 'Copy the link:' },
  download: { lt: 'Atsisiųsti', en: 'Download' },
  handout: { lt: 'dalomoji medžiaga', en: 'handout' },
  notFound: { lt: 'Tokio puslapio nėra', en: 'There is no such page' },
  notFoundHint: {
    lt: 'Gal ieškojote vienos iš šių skaidrių?',
    en: 'Were you looking for one of these slides?',
  },
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

/** A link to a slide, by its title and where it stands: two slides may share a title. */
export const ANCHOR: Localized<(title: string, position: string) => string> = {
  lt: (title, position) => `Nuoroda į skaidrę „${title}“ (${position})`,
  en: (title, position) => `Link to the slide “${title}” (${position})`,
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
  { keys: ['?', 'F1'], does: { lt: 'Ši pagalba', en: 'This help' } },
]
