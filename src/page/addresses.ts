import { LANGUAGES, type Language, localize } from '../deck/language.ts'

const [FIRST] = LANGUAGES

/** A page's folder, from the site's root: the first language stands in the root itself. */
export const PAGE_FOLDERS = localize((language) => (language === FIRST ? '' : `${language}/`))

/** The way from a page back to the site's root. */
export function pathToRoot(language: Language): string {
  return language === FIRST ? './' : '../'
}

/**
 * The folder of a language's share pages, from the site's root, one folder a slide: what a network shows of an
 * address it reads off the page there, and no network ever sees what stands after a `#`.
 */
export function shareFolder(language: Language): string {
  return `${PAGE_FOLDERS[language]}s/`
}

/** The picture a slide is shared with, from the site's root. */
export function sharePicture(language: Language, slide: string): string {
  return `share/${language}/${slide}.png`
}
