import { LANGUAGES } from '../deck/language.ts'
import { renderIcon } from '../drawings/icon.ts'
import { PALETTE } from '../drawings/palette.ts'
import { type Html, html } from '../markup/html.ts'
import { PAGE_FOLDERS, pathToRoot } from './addresses.ts'
import { describeDeck } from './describe-deck.ts'
import type { PageOptions } from './page-options.ts'
import { renderShareTags } from './share-tags.ts'

/** The colours of the bar above the slides. The browser's own bar takes the same ones. */
export const THEME = { light: PALETTE['paper-raised'], dark: PALETTE['night-raised'] } as const

/** The page's title, description, links and metadata. */
export function renderHead({ deck, language, live, siteUrl, worker, files }: PageOptions): Html {
  const root = siteUrl ?? pathToRoot(language)
  const title = `${deck.title[language]} – ${deck.brand}`
  const hasAddress = files === undefined || siteUrl !== undefined
  const [slide = ''] = Object.keys(deck.slides)
  return html`<title>${title}</title>
<meta name="description" content="${describeDeck(deck, language)}">
<meta name="author" content="${deck.author}">
${live?.hall && html`<meta name="robots" content="noindex">\n<meta name="google" content="notranslate">\n`}<meta name="theme-color" media="(prefers-color-scheme: light)" content="${THEME.light}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${THEME.dark}">
<link rel="icon" href="${renderIcon()}">
${worker !== undefined && html`<link rel="apple-touch-icon" href="${pathToRoot(language)}icons/apple-touch.png">\n<link rel="manifest" href="manifest.webmanifest">\n`}${
  hasAddress &&
  html`<link rel="canonical" href="${root}${PAGE_FOLDERS[language]}">
${LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${root}${PAGE_FOLDERS[other]}">\n`)}<link rel="alternate" hreflang="x-default" href="${root}">
`
}${!live && renderShareTags({ deck, language, title, slide, siteUrl, path: PAGE_FOLDERS[language] })}`
}
