import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { renderNetworkParts } from '../drawings/network.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { typeset } from '../markup/typeset.ts'
import { KEYS, STRINGS } from '../strings/strings.ts'
import { PAGE_FOLDERS, pathToRoot } from './addresses.ts'
import { renderContents, renderContentsToggle } from './contents.ts'
import { renderHead } from './head.ts'
import type { PageOptions } from './page-options.ts'
import { renderSlides } from './render-slide.ts'
import { renderNotice, renderShareAndDownload } from './share-and-download.ts'
import { renderFacts } from './structured-data.ts'

/** The hall's page beside a language's own, `hall.html`: its address has no closing slash, so it has the same root. */
export const HALL = 'hall'

/** One language of the deck as a whole document. It is complete without any script. */
export function renderPage(options: PageOptions): string {
  const { deck, language, live } = options
  const page = html`<!doctype html>
<html lang="${language}"${live && html` data-live="${pathToRoot(language)}live/${live.room}"`}${live?.hall && html` data-hall`}${options.worker && html` data-worker="${pathToRoot(language)}${options.worker}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${renderHead(options)}${options.head}
</head>
<body>
<a class="skip" href="#${Object.keys(deck.slides)[0] ?? ''}">${STRINGS.skip[language]}</a>
${renderControls(options)}
${renderContents(deck, language)}
${renderDeck(options)}
${renderNotice(language)}
${renderHelp(language)}
${renderJump(deck, language)}
${renderStatus(language)}
${!live && renderFacts(deck, language, options.siteUrl)}
</body>
</html>
`
  return page.markup
}

/**
 * The slides inside the two elements that reveal.js wants around them. The network's many points stand behind the first
 * slide, so that its words come with the first packets of a slow line.
 */
function renderDeck(options: PageOptions): Html {
  const { deck } = options
  const [first, ...others] = renderSlides(options)
  return html`<div class="reveal"><main class="slides">${first}${options.afterFirstSlide}
${renderNetworkParts(deck.network)}
${others.map((slide) => html`${slide}\n`)}</main></div>`
}

function renderControls(options: PageOptions): Html {
  const { language, live, files } = options
  const other = language === 'lt' ? 'en' : 'lt'
  const href = files?.[other] ?? `${pathToRoot(language)}${PAGE_FOLDERS[other]}${live?.hall ? HALL : ''}`
  return html`<header class="controls">${renderContentsToggle(language)}<nav aria-label="${STRINGS.controls[language]}">
<a class="control" data-control="language" href="${href}" hreflang="${other}" lang="${other}">${STRINGS.languageName[other]}</a>
<button class="control" data-control="view" type="button"><span data-view-only="reading">${STRINGS.present[language]}</span><span data-view-only="presenting">${STRINGS.read[language]}</span></button>
<button class="control" data-control="overview" data-view-only="presenting" type="button">${STRINGS.overview[language]}</button>
<button class="control" data-control="help" type="button" aria-haspopup="dialog">${STRINGS.help[language]}</button>
${!live?.hall && renderShareAndDownload(options)}${live && html`<button class="control" data-control="follow" type="button" aria-pressed="false" hidden>${STRINGS.follow[language]}</button>\n`}</nav></header>`
}

function renderHelp(language: Language): Html {
  return html`<dialog id="help" class="sheet" aria-labelledby="help-title" tabindex="-1"><h2 id="help-title">${STRINGS.help[language]}</h2>
<dl>${KEYS.map(({ keys, does }) => html`<div><dt>${keys.map((key) => html`<kbd${/^[!-~]$/.test(key) && html` class="character"`}>${key}</kbd> `)}</dt><dd>${does[language]}</dd></div>`)}</dl>
<label class="switch"><span>${STRINGS.characterKeys[language]}</span> <input id="character-keys" type="checkbox" role="switch" checked aria-describedby="character-keys-hint" autocomplete="off"></label>
<p id="character-keys-hint" class="hint">${STRINGS.characterKeysHint[language]}</p>
${renderClose(language)}</dialog>`
}

function renderJump(deck: Deck, language: Language): Html {
  const titles = Object.values(deck.slides).map((slide, index) => `${index + 1} ${slide.title[language]}`)
  return html`<dialog id="jump" class="sheet" aria-labelledby="jump-title"><h2 id="jump-title">${STRINGS.jump[language]}</h2>
<form method="dialog"><label for="jump-to">${STRINGS.jumpHint[language]}</label>
<input id="jump-to" name="slide" autocomplete="off" enterkeyhint="go"><button class="control" type="submit">${STRINGS.go[language]}</button>
<p id="jump-error" role="alert" hidden>${STRINGS.noMatch[language]} ${titles.map(typeset).join('; ')}</p></form>
${renderClose(language)}</dialog>`
}

/** What changes without the focus moving is said here. */
function renderStatus(language: Language): Html {
  return html`<p id="status" class="unseen" role="status" data-steps="${STRINGS.steps[language]}" data-black="${STRINGS.black[language]}"></p>`
}

function renderClose(language: Language): Html {
  return html`<form method="dialog"><button class="control">${STRINGS.close[language]}</button></form>`
}

/** A script that stands in the page itself; `code` must not hold the end of a script element. */
export function inlineScript(code: string): Html {
  return html`<script>${raw(code)}</script>`
}
