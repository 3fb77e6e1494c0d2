import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { renderIcon } from '../drawings/icon.ts'
import { type Html, html, raw } from '../markup/html.ts'

export interface MovedPage {
  readonly deck: Deck
  readonly language: Language
  /** Where the talk is, relative to this page. */
  readonly target: string
  /** The same for search engines. */
  readonly canonical: string
  /** The content policy that allows this one script. */
  readonly policy: (script: string) => Html
}

/** A page where a talk is not any more: it leads on, to the slide that the address names. */
export function renderMovedPage({ deck, language, target, canonical, policy }: MovedPage): string {
  // A refresh would lose the slide, so only a page without scripts has it.
  const script = `location.replace(${JSON.stringify(target)} + location.hash)`
  const title = deck.title[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${policy(script)}
<title>${title} – ${deck.brand}</title>
<link rel="icon" href="${renderIcon()}">
<link rel="canonical" href="${canonical}">
<script>${raw(script)}</script>
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
</head>
<body>
<p><a href="${target}">${title}</a></p>
</body>
</html>
`.markup
}
