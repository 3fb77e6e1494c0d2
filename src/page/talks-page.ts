import type { Deck } from '../deck/deck.ts'
import { LANGUAGES, type Language, otherLanguages } from '../deck/language.ts'
import { renderIcon } from '../drawings/icon.ts'
import { type Html, html } from '../markup/html.ts'
import { typeset } from '../markup/typeset.ts'
import { nameEvent } from '../strings/name-event.ts'
import { STRINGS } from '../strings/strings.ts'
import { PAGE_FOLDERS, TALKS_FOLDERS } from './addresses.ts'
import { THEME } from './head.ts'

export interface TalksPage {
  /** The newest first. Never empty. */
  readonly talks: readonly ListedTalk[]
  readonly language: Language
  /** Where the site is published, with a closing slash. */
  readonly siteUrl?: string | undefined
  /** The way from this page to the site's root. */
  readonly toRoot: string
  /** Policy, fonts and styles. */
  readonly head: Html
}

export interface ListedTalk {
  readonly deck: Deck
  /** The talk's folder, from the site's root: empty for the root itself, or `name/`. */
  readonly place: string
}

/** The page that lists the site's talks. It needs no script. */
export function renderTalksPage(options: TalksPage): string {
  const { talks, language, siteUrl, toRoot, head } = options
  const brand = talks[0]?.deck.brand ?? ''
  const title = STRINGS[language].talks
  const addressOf = (folder: string) => (siteUrl ?? toRoot) + folder
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title} – ${brand}</title>
<meta name="description" content="${talks.map(({ deck }) => deck.title[language]).join(', ')}">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="${THEME.light}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${THEME.dark}">
<link rel="icon" href="${renderIcon()}">
<link rel="canonical" href="${addressOf(TALKS_FOLDERS[language])}">
${LANGUAGES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${addressOf(TALKS_FOLDERS[other])}">\n`)}<link rel="alternate" hreflang="x-default" href="${addressOf(TALKS_FOLDERS[LANGUAGES[0]])}">
${head}
</head>
<body>
<header><p class="brand">${brand}</p>
<nav aria-label="${STRINGS[language].languages}">${otherLanguages(language).map((other) => html`<a href="${toRoot}${TALKS_FOLDERS[other]}" hreflang="${other}" lang="${other}">${STRINGS[other].languageName}</a>\n`)}</nav></header>
<main>
<h1 class="title">${title}</h1>
<ul>${talks.map((talk) => renderTalk(talk, options))}</ul>
</main>
</body>
</html>
`.markup
}

function renderTalk({ deck, place }: ListedTalk, { language, toRoot }: TalksPage): Html {
  return html`<li>
<h2><a href="${toRoot}${place}${PAGE_FOLDERS[language]}">${typeset(deck.title[language])}</a></h2>
${deck.event && html`<p class="event">${typeset(nameEvent(deck.event, language))}</p>\n`}<p>${typeset(deck.description[language])}</p>
</li>
`
}
