import type { DrivenPage } from '../src/browser/driven-page.ts'
import type { Language } from './browser.ts'
import { readGolden } from './golden.ts'
import { tidy } from './tidy.ts'

/** The slides of the sample talk with their numbers of steps, in order. */
export const OUTLINE = [
  { slide: 'pradzia', steps: 0 },
  { slide: 'sodai', steps: 2 },
  { slide: 'bendrija', steps: 0 },
  { slide: 'taryba', steps: 0 },
  { slide: 'nauda-planas', steps: 1 },
  { slide: 'nauda-sausra', steps: 1 },
  { slide: 'kaita', steps: 1 },
  { slide: 'zygis', steps: 3 },
  { slide: 'pabaiga', steps: 0 },
] as const

export const IDS: readonly string[] = OUTLINE.map(({ slide }) => slide)

export const TITLES = {
  lt: [
    'Miesto sodų diena',
    'Draugija',
    'Bendrystė',
    'Draugijos taryba',
    'Sodų nauda',
    'Sodų nauda',
    'Miesto sodų kaita',
    'Sodininkystė šiandien yra kaip žygis raitomis',
    'Iki pasimatymo Jūsų sode!',
  ],
  en: [
    'Garden City Day',
    'The society',
    'Fellowship',
    'The council of the society',
    'The use of gardens',
    'The use of gardens',
    'How city gardens change',
    'Gardening today is like a ride',
    'See you soon in your garden!',
  ],
} as const

/** Every address in the talk, in order. */
export const LINKS = [
  'https://sodai.example/planas/policy_en',
  'https://www.gardenmovement.example/news/webinar-drought-23-urban-gardens-response-role-neighbourhood-gardens',
  'https://sodai.example/content/gardens-coolers-of-the-city-results-2023-city-review-panorama-report_en',
  'mailto:labas@sodai.example',
  'https://www.linkedin.com/in/austeja-zydrunaite-azuoliene-12345678/',
] as const

/** The sample talk's words, slide by slide, kept apart so that tests notice a lost word. */
export function readTalk(language: Language): string[] {
  return readGolden(new URL(`fixtures/slides/sample/golden.${language}.txt`, import.meta.url))
}

/** Makes all white space one space and removes marks of possible breaks. */
export function normalise(text: string): string {
  return tidy(text.replace(/[\u00ad\u200b]/g, ''))
}

/** A text without what a line's end or the styles may change in it. */
export function squeeze(text: string): string {
  return normalise(text).toLowerCase().replaceAll(' ', '')
}

/** The words of the talk that the texts of its slides lack. */
export function findLost(texts: readonly string[], language: Language): string[] {
  return readTalk(language).flatMap((words, index) => {
    const said = squeeze(texts[index] ?? '')
    return words.split(' ').filter((word) => !said.includes(squeeze(word)))
  })
}

/** The words of the talk that a page's slides lack. */
export async function findLostWords(page: DrivenPage, language: Language): Promise<string[]> {
  const read = () => [...document.querySelectorAll('.slides > section')].map((slide) => slide.textContent)
  return findLost(await page.evaluate(read), language)
}
