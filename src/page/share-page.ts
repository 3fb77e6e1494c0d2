import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { renderIcon } from '../drawings/icon.ts'
import { type Html, html } from '../markup/html.ts'
import { PAGE_FOLDERS, shareFolder } from './addresses.ts'
import { describeDeck } from './describe-deck.ts'
import { renderShareTags } from './share-tags.ts'

export interface SharePage {
  readonly deck: Deck
  readonly language: Language
  /** The slide's id. */
  readonly slide: string
  /** Where the talk is published, with a closing slash. */
  readonly siteUrl: string
  /** The content policy. */
  readonly policy: Html
  /** The slide's address, relative to this page. */
  readonly target: string
}

/** A slide's share page: networks read its picture and title; a visitor is led on to the slide. */
export function renderSharePage(options: SharePage): string {
  const { deck, language, slide, siteUrl, policy, target } = options
  const title = deck.slides[slide]?.title[language]
  if (title === undefined) throw new Error(`the deck has no slide "${slide}"`)
  const full = `${title} – ${deck.title[language]}`
  const path = `${shareFolder(language)}${slide}/`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${target}">
${policy}
<title>${full} – ${deck.brand}</title>
<meta name="description" content="${describeDeck(deck, language)}">
<link rel="icon" href="${renderIcon()}">
<link rel="canonical" href="${siteUrl}${PAGE_FOLDERS[language]}">
${renderShareTags({ deck, language, title: full, slide, path, siteUrl })}</head>
<body>
<p><a href="${target}">${full}</a></p>
</body>
</html>
`.markup
}
