import type { Localized } from '../deck/language.ts'

/** What the console says. All of it stands in its page, so that the fonts cut for the page have every letter. */
export const CONSOLE = {
  name: { lt: 'Pranešėjo pultas', en: 'Presenter console' },
  needsScript: { lt: 'Pultui reikia JavaScript.', en: 'The console needs JavaScript.' },
  time: { lt: 'Laikas', en: 'Time' },
  clock: { lt: 'Laikrodis', en: 'Clock' },
  elapsed: { lt: 'Praėjo', en: 'Elapsed' },
  plan: { lt: 'Ši skaidrė iki', en: 'This slide until' },
  pace: { lt: 'Tempas', en: 'Pace' },
  paceIdle: { lt: 'laikas neskaičiuojamas', en: 'timer not running' },
  paceOn: { lt: 'pagal planą', en: 'on plan' },
  paceAhead: { lt: 'anksčiau plano', en: 'ahead of plan' },
  paceBehind: { lt: 'vėliau plano', en: 'behind plan' },
  start: { lt: 'Pradėti laiką', en: 'Start timer' },
  pause: { lt: 'Stabdyti', en: 'Pause' },
  resume: { lt: 'Tęsti', en: 'Resume' },
  reset: { lt: 'Nunulinti', en: 'Reset' },
  undo: { lt: 'Grąžinti laiką', en: 'Undo reset' },
  followers: { lt: 'Seka', en: 'Followers' },
  connection: { lt: 'Ryšys', en: 'Connection' },
  live: { lt: 'veikia', en: 'live' },
  connecting: { lt: 'jungiamasi', en: 'connecting' },
  alone: { lt: 'tik ši naršyklė', en: 'this browser only' },
  ended: { lt: 'baigtas', en: 'ended' },
  refused: { lt: 'raktas netinka', en: 'key refused' },
  now: { lt: 'Dabar', en: 'Now' },
  next: { lt: 'Toliau', en: 'Next' },
  end: { lt: 'Pranešimo pabaiga', en: 'End of the talk' },
  notes: { lt: 'Užrašai', en: 'Notes' },
  notesLocked: {
    lt: 'Užrašai pasirodys, kai bus įvestas raktas.',
    en: 'The notes appear once the key is entered.',
  },
  notesComing: { lt: 'Užrašai gaunami …', en: 'The notes are on their way …' },
  smaller: { lt: 'Mažesni užrašai', en: 'Smaller notes' },
  larger: { lt: 'Didesni užrašai', en: 'Larger notes' },
  actions: { lt: 'Valdymas', en: 'Steering' },
  back: { lt: 'Atgal', en: 'Back' },
  forward: { lt: 'Pirmyn', en: 'Next' },
  black: { lt: 'Juodas ekranas', en: 'Black screen' },
  hall: { lt: 'Salės ekranas', en: 'Hall’s screen' },
  phone: { lt: 'Telefonas', en: 'Phone' },
  phoneTitle: { lt: 'Pultas telefone', en: 'The console on a phone' },
  phoneHint: {
    lt: 'Nuskaitykite kodą telefonu, kuris pasiekia šį adresą:',
    en: 'Scan the code with a phone that can reach this address:',
  },
  phoneCode: { lt: 'QR kodas: pulto adresas su raktu', en: 'QR code: the console’s address with its key' },
  phoneWarning: {
    lt: 'Kas turi šį kodą, tas valdo pranešimą. Nerodykite jo salei.',
    en: 'Whoever has this code steers the talk. Do not show it to the hall.',
  },
  phoneLocal: {
    lt: 'Šis adresas veikia tik šiame kompiuteryje, telefonas jo nepasieks.',
    en: 'This address works on this computer only; a phone cannot reach it.',
  },
  key: { lt: 'Įvesti raktą', en: 'Enter key' },
  keyHint: {
    lt: 'Be rakto pultas nerodo užrašų ir valdo tik šios naršyklės langus. Įklijuokite pulto adresą, kuris buvo parodytas paleidus rodymą.',
    en: 'Without its key the console shows no notes and steers only the windows of this browser. Paste the console’s address that was shown when the show was started.',
  },
  keyLabel: { lt: 'Pulto adresas arba raktas', en: 'The console’s address or key' },
  keyError: {
    lt: 'Čia nėra rakto: adreso gale, po ženklo #, turi būti 43 ženklai.',
    en: 'There is no key in it: the address ends with # and 43 characters.',
  },
  connect: { lt: 'Prisijungti', en: 'Connect' },
} as const satisfies Record<string, Localized>

/** „žingsnis 1 iš 2“: the words before and between the two numbers. */
export const STEP = {
  lt: ['žingsnis', 'iš'],
  en: ['step', 'of'],
} as const satisfies Localized<readonly [string, string]>

/** The console's help sheet: keys and what they do, in the order of their use. */
export const CONSOLE_KEYS: readonly { readonly keys: readonly string[]; readonly does: Localized }[] = [
  { keys: ['→', '↓', '␣', 'Page Down', 'N'], does: { lt: 'Kitas žingsnis', en: 'Next step' } },
  { keys: ['←', '↑', 'Page Up', 'P'], does: { lt: 'Ankstesnis žingsnis', en: 'Previous step' } },
  { keys: ['Home', 'End'], does: { lt: 'Pirma, paskutinė skaidrė', en: 'First, last slide' } },
  { keys: ['G'], does: { lt: 'Eiti į skaidrę', en: 'Go to a slide' } },
  { keys: ['O'], does: { lt: 'Rinktis iš visų skaidrių', en: 'Choose from all slides' } },
  { keys: ['B', '.'], does: { lt: 'Juodas ekranas', en: 'Black screen' } },
  { keys: ['T'], does: { lt: 'Pradėti arba stabdyti laiką', en: 'Start or pause the timer' } },
  { keys: ['+', '−'], does: { lt: 'Didesni, mažesni užrašai', en: 'Larger, smaller notes' } },
  { keys: ['L'], does: { lt: 'Kita salės ekrano kalba', en: 'Other language of the hall’s screen' } },
  { keys: ['F'], does: { lt: 'Visas ekranas', en: 'Full screen' } },
  { keys: ['?'], does: { lt: 'Ši pagalba', en: 'This help' } },
]
