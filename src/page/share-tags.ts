import type { Deck } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { type Html, html } from '../markup/html.ts'
import { sharePicture } from './addresses.ts'

export interface ShareTags {
  readonly deck: Deck
  readonly language: Language
  readonly title: string
  /** The slide whose picture stands for the page. */
  readonly slide: string
  /** Where the site and the page are published; both are needed whole, or there is nothing to show. */
  readonly published?: { readonly siteUrl: string; readonly pageUrl: string }
}

const LOCALES: Readonly<Record<Language, string>> = { lt: 'lt_LT', en: 'en_GB' }

/** What a network shows of a page that someone shares there: Open Graph, and the one thing Twitter wants beside it. */
export function renderShareTags({ deck, language, title, slide, published }: ShareTags): Html {
  const others = LANGUAGES.filter((other) => other !== language)
  const property = (name: string, content: string) =>
    html`<meta property="og:${name}" content="${content}">\n`
  return html`${property('type', 'website')}${property('site_name', deck.brand)}${property('title', title)}${property('description', deck.description[language])}${property('locale', LOCALES[language])}${others.map((other) => property('locale:alternate', LOCALES[other]))}${
    published !== undefined &&
    html`${property('url', published.pageUrl)}${property('image', published.siteUrl + sharePicture(language, slide))}${property('image:width', '1200')}${property('image:height', '630')}${property('image:alt', `${deck.brand}: ${title}`)}<meta name="twitter:card" content="summary_large_image">\n`
  }`
}
