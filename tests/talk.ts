import { readFileSync } from 'node:fs'
import type { Language } from './browser.ts'

/** The slides of the talk with the number of their steps, in its order. */
export const COURSE = [
  { slide: 'infodiena', steps: 0 },
  { slide: 'asociacija', steps: 2 },
  { slide: 'naryste', steps: 0 },
  { slide: 'valdyba', steps: 0 },
  { slide: 'verte-strategija', steps: 1 },
  { slide: 'verte-krize', steps: 1 },
  { slide: 'transformacija', steps: 1 },
  { slide: 'jojimas', steps: 3 },
  { slide: 'aciu', steps: 0 },
] as const

export const IDS: readonly string[] = COURSE.map(({ slide }) => slide)

export const TITLES = {
  lt: [
    'Klasterių infodiena',
    'Asociacija',
    'Narystė',
    'Asociacijos valdyba',
    'Klasterių vertė',
    'Klasterių vertė',
    'Klasterių transformacija',
    'Verslas šiandien yra kaip jodinėjimas žirgu',
    'Ačiū už Jūsų dėmesį!',
  ],
  en: [
    'Cluster Info Day',
    'The association',
    'Membership',
    'The board of the association',
    'The value of clusters',
    'The value of clusters',
    'The transformation of clusters',
    'Business today is like riding a horse',
    'Thank you for your attention!',
  ],
} as const

/** Every address of the talk, in its order. */
export const LINKS = [
  'https://ec.europa.eu/growth/industry/policy_en',
  'https://www.clustercollaboration.eu/news/eccp-webinar-covid-19-industrial-cluster-response-role-european-clusters',
  'https://ec.europa.eu/growth/content/clusters-drivers-european-economy-results-2020-european-panorama-report_en',
  'mailto:klaster@klaster.lt',
  'https://www.linkedin.com/in/kristina-sermuksnyte-alesiuniene-53488653/',
] as const

/**
 * The talk's words, a text a slide: typed by hand from the talk itself, not made from the slides, so that a word
 * that is lost or changed anywhere on the way to the page is noticed.
 */
export function readTalk(language: Language): string[] {
  const text = readFileSync(new URL(`talk.${language}.txt`, import.meta.url), 'utf8')
  return text
    .trim()
    .split(/\n{2,}/)
    .map(normalise)
}

/** What is the same to a reader: all white space is one space, marks of possible breaks are nothing. */
export function normalise(text: string): string {
  return text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
