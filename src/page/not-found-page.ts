import type { Deck } from '../deck/deck.ts'
import { LANGUAGES, type Language } from '../deck/language.ts'
import { renderIcon } from '../drawings/icon.ts'
import { networkViewBox, renderNetworkParts } from '../drawings/network.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { typeset } from '../markup/typeset.ts'
import { STRINGS } from '../strings/strings.ts'
import { PAGE_FOLDERS, TALKS_FOLDERS } from './addresses.ts'

export interface NotFoundPage {
  readonly deck: Deck
  /** The site's root on its host: shown at addresses of any depth, the page needs absolute links. */
  readonly base: string
  /** Whether the site has other talks, and a page that lists them. */
  readonly hasOthers: boolean
  /** Policy, fonts and styles. */
  readonly head: Html
}

/** The page for unknown addresses. It links to every slide in all languages and needs no script. */
export function renderNotFoundPage(options: NotFoundPage): string {
  const { deck, head } = options
  const titles = LANGUAGES.map((language) => STRINGS[language].notFound)
  return html`<!doctype html>
<html lang="${LANGUAGES[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${titles.join(' · ')} – ${deck.brand}</title>
<link rel="icon" href="${renderIcon()}">
${head}
</head>
<body data-ground="ink">
${renderNetworkParts(deck.network)}
<svg class="network" viewBox="${networkViewBox(deck.network)}" aria-hidden="true"><use class="companies" href="#net-companies"/><use class="hubs" href="#net-hubs"/></svg>
<main>
<p class="brand">${deck.brand}</p>
${LANGUAGES.map((language) => renderWays(options, language))}
</main>
</body>
</html>
`.markup
}

function renderWays({ deck, base, hasOthers }: NotFoundPage, language: Language): Html {
  const page = base + PAGE_FOLDERS[language]
  const slides = Object.entries(deck.slides).map(([id, { title }], index) => {
    // The first slide has the talk's own address.
    const href = index === 0 ? page : `${page}#${id}`
    return html`<li><a href="${href}" hreflang="${language}">${typeset(title[language])}</a></li>\n`
  })
  const level = raw(language === LANGUAGES[0] ? 'h1' : 'h2')
  return html`<section lang="${language}">
<${level} class="title">${STRINGS[language].notFound}</${level}>
<p>${STRINGS[language].notFoundHint}</p>
<ol>${slides}</ol>
${hasOthers && html`<p><a href="${base}${TALKS_FOLDERS[language]}">${STRINGS[language].talks}</a></p>\n`}</section>
`
}
