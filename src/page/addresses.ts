import { LANGUAGES, type Language, localize } from '../deck/language.ts'

const [FIRST] = LANGUAGES

/** The folder of a language's page, from the site's root. The first language's page is in the root itself. */
export const PAGE_FOLDERS = localize((language) => (language === FIRST ? '' : `${language}/`))

/** The folder of the page that lists the site's talks, from the site's root. */
export const TALKS_FOLDERS = localize((language) => `${PAGE_FOLDERS[language]}talks/`)

/** The folder of the scripts, fonts and pictures, from the talk's folder. Their names change with their content. */
export const ASSETS_FOLDER = 'assets/'

/** Beside the root's pages: where the slides of the other talks are. */
export const MOVED_FILE = 'moved.json'

/** The relative path from a page to the site's root. */
export function pathToRoot(language: Language): string {
  return language === FIRST ? './' : '../'
}

/**
 * The folder of a language's share pages, from the site's root, with one folder for each slide. A social
 * network never sees the part of an address after `#`, so each slide needs a page to read its picture from.
 */
export function shareFolder(language: Language): string {
  return `${PAGE_FOLDERS[language]}s/`
}

/** A slide's share picture, from the site's root. */
export function sharePicture(language: Language, slide: string): string {
  return `share/${language}/${slide}.png`
}
