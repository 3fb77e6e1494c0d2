import type { Deck } from '../deck/deck.ts'
import { type Language, localize, otherLanguages } from '../deck/language.ts'
import { type Html, html } from '../markup/html.ts'
import { STRINGS } from '../strings/strings.ts'
import { sharePicture } from './addresses.ts'

export interface ShareTags {
  readonly deck: Deck
  readonly language: Language
  readonly title: string
  /** The slide whose picture represents the page. */
  readonly slide: string
  /**
   * Where the site and the page are published. Share tags need both as whole addresses; without them there is
   * nothing to show.
   */
  readonly published?: { readonly siteUrl: string; readonly pageUrl: string }
}

/** Languages as Open Graph writes them: `lt_LT`. */
const LOCALES = localize((language) => STRINGS[language].locale.replace('-', '_'))

/**
 * The metadata that social networks show of a shared page: Open Graph, and the one tag that Twitter needs
 * besides.
 */
export function renderShareTags({ deck, language, title, slide, published }: ShareTags): Html {
  const property = (name: string, content: string) =>
    html`<meta property="og:${name}" content="${content}">\n`
  return html`${property('type', 'website')}${property('site_name', deck.brand)}${property('title', title)}${property('description', deck.description[language])}${property('locale', LOCALES[language])}${otherLanguages(language).map((other) => property('locale:alternate', LOCALES[other]))}${
    published !== undefined &&
    html`${property('url', published.pageUrl)}${property('image', published.siteUrl + sharePicture(language, slide))}${property('image:width', '1200')}${property('image:height', '630')}${property('image:alt', `${deck.brand}: ${title}`)}<meta name="twitter:card" content="summary_large_image">\n`
  }`
}
