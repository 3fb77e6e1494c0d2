import type { Deck } from '../deck/deck.ts'
import { type Language, localize, otherLanguages } from '../deck/language.ts'
import { type Html, html } from '../markup/html.ts'
import { STRINGS } from '../strings/strings.ts'
import { sharePicture } from './addresses.ts'
import { describeDeck } from './describe-deck.ts'

export interface ShareTags {
  readonly deck: Deck
  readonly language: Language
  readonly title: string
  /** The slide whose picture represents the page. */
  readonly slide: string
  /** The page, from the site's root. */
  readonly path: string
  /** Networks need whole addresses: without the site's there is no picture to show. */
  readonly siteUrl: string | undefined
}

/** Languages as Open Graph writes them: `lt_LT`. */
const LOCALES = localize((language) => STRINGS[language].locale.replace('-', '_'))

/** What social networks show of a shared page: Open Graph, and one tag for Twitter. */
export function renderShareTags({ deck, language, title, slide, path, siteUrl }: ShareTags): Html {
  const property = (name: string, content: string) =>
    html`<meta property="og:${name}" content="${content}">\n`
  return html`${property('type', 'website')}${property('site_name', deck.brand)}${property('title', title)}${property('description', describeDeck(deck, language))}${property('locale', LOCALES[language])}${otherLanguages(language).map((other) => property('locale:alternate', LOCALES[other]))}${
    siteUrl !== undefined &&
    html`${property('url', siteUrl + path)}${property('image', siteUrl + sharePicture(language, slide))}${property('image:width', '1200')}${property('image:height', '630')}${property('image:alt', `${deck.brand}: ${title}`)}<meta name="twitter:card" content="summary_large_image">\n`
  }`
}
