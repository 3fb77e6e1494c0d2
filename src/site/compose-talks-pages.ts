import type { Talk } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { type MemoryFile, textFile } from '../disk/memory-file.ts'
import { html } from '../markup/html.ts'
import { TALKS_FOLDERS } from '../page/addresses.ts'
import { renderTalksPage } from '../page/talks-page.ts'
import { collectText, renderFaces } from './compose.ts'
import { cutFonts } from './fonts.ts'
import { renderPolicy } from './policy.ts'
import { renderStyles } from './styles.ts'

/**
 * The page that lists the talks, in each language, with its fonts. `places` are the talks' folders from the site's
 * root, in the same order.
 */
export async function composeTalksPages(
  talks: readonly Talk[],
  places: readonly string[],
  siteUrl: string | undefined,
): Promise<MemoryFile[]> {
  const listed = talks.map(({ deck }, index) => ({ deck, place: places[index] ?? '' }))
  const render = (language: Language, head = html``) =>
    renderTalksPage({ talks: listed, language, siteUrl, toRoot: wayToRoot(language), head })
  const fonts = await cutFonts(collectText(LANGUAGES.map((language) => render(language))))
  const styles = renderStyles('src/page/styles/talks.css')
  const pages = LANGUAGES.map((language) => {
    const head = html`${renderPolicy()}
${renderFaces(fonts, wayToRoot(language))}
${styles}`
    return textFile(`${TALKS_FOLDERS[language]}index.html`, render(language, head))
  })
  return [...pages, ...fonts]
}

const wayToRoot = (language: Language) => '../'.repeat(TALKS_FOLDERS[language].split('/').length - 1)
