import { type Language, otherLanguages } from '../deck/language.ts'
import { leaveOutHidden } from '../deck/running-order.ts'
import { renderNetworkParts } from '../drawings/network.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { STRINGS } from '../strings/strings.ts'
import { PAGE_FOLDERS, pathToRoot } from './addresses.ts'
import { renderContents, renderContentsToggle } from './contents.ts'
import { renderHelp, renderJump } from './dialogs.ts'
import { renderHead } from './head.ts'
import { KEYS } from './keys.ts'
import type { PageOptions } from './page-options.ts'
import { renderSlides } from './render-slide.ts'
import { renderNotice, renderShareAndDownload } from './share-and-download.ts'
import { renderStructuredData } from './structured-data.ts'

/** The hall's page, `hall.html` beside a language's own page: the same folder, so the same root. */
export const HALL = 'hall'

/**
 * One language of the deck as a whole document. It is complete without any script. The hall's page has nothing
 * that could be opened on the projector, and asks browsers not to translate it.
 */
export function renderPage(options: PageOptions): string {
  const { deck, language, live } = options
  const page = html`<!doctype html>
<html lang="${language}"${live && html` data-live="${pathToRoot(language)}live/${live.room}"`}${live?.hall && html` data-hall translate="no"`}${options.worker && html` data-worker="${pathToRoot(language)}${options.worker}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
${renderHead(options)}${options.head}
</head>
<body>
${live?.hall ? renderHall(options) : renderVisitors(options)}
${renderStatus(language)}
${!live && renderStructuredData(deck, language, options.siteUrl)}
</body>
</html>
`
  return page.markup
}

/**
 * The slides inside the two elements that reveal.js requires. The network drawing's many points follow the
 * first slide, so that a slow connection brings its words in the first packets. A follower's page has a hidden slide
 * under a cover, which is taken away when the speaker shows it.
 */
function renderDeck(options: PageOptions): Html {
  const { deck, live } = options
  const isCovered = live !== undefined && !live.hall
  const slides = Object.values(deck.slides)
  const [first, ...others] = (options.slides ?? renderSlides(options)).map((slide, index) =>
    isCovered && slides[index]?.hidden ? html`<div hidden>${slide}</div>` : slide,
  )
  return html`<div class="reveal"><main class="slides">${first}${options.afterFirstSlide}
${renderNetworkParts(deck.network)}
${others.map((slide) => html`${slide}\n`)}</main></div>`
}

/** The slides with what a visitor uses to find, read and share them. */
function renderVisitors(options: PageOptions): Html {
  const { language } = options
  const deck = leaveOutHidden(options.deck)
  return html`<a class="skip" href="#${Object.keys(deck.slides)[0] ?? ''}">${STRINGS[language].skip}</a>
${renderControls(options)}
${renderContents(deck, language, options.talks)}
${renderDeck(options)}
${renderNotice(language)}
${renderPlayerHelp(language)}
${renderJump(deck, language)}`
}

/** The slides alone. The console follows the hidden links to change the hall's language. */
function renderHall(options: PageOptions): Html {
  return html`<nav hidden>${renderLanguageLinks(options)}</nav>
${renderDeck(options)}
${renderNotice(options.language, { hall: true })}`
}

function renderLanguageLinks({ language, live, files }: PageOptions): Html {
  const addressOf = (other: Language) =>
    files?.[other] ?? `${pathToRoot(language)}${PAGE_FOLDERS[other]}${live?.hall ? HALL : ''}`
  return html`${otherLanguages(language).map((other) => html`<a class="control" data-control="language" href="${addressOf(other)}" hreflang="${other}" lang="${other}">${STRINGS[other].languageName}</a>\n`)}`
}

function renderControls(options: PageOptions): Html {
  const { language, live } = options
  return html`<header class="controls">${renderContentsToggle(language)}<nav aria-label="${STRINGS[language].controls}">
${renderLanguageLinks(options)}<button class="control" data-control="view" type="button"><span data-view-only="reading">${STRINGS[language].present}</span><span data-view-only="presenting">${STRINGS[language].read}</span></button>
<button class="control" data-control="overview" data-view-only="presenting" type="button">${STRINGS[language].overview}</button>
<button class="control" data-control="help" type="button" aria-haspopup="dialog">${STRINGS[language].help}</button>
${renderShareAndDownload(options)}${live && html`<button class="control" data-control="follow" type="button" aria-pressed="false" hidden>${STRINGS[language].follow}</button>\n`}</nav></header>`
}

function renderPlayerHelp(language: Language): Html {
  const { characterKeys, characterKeysHint } = STRINGS[language]
  return renderHelp(
    KEYS,
    language,
    html`
<label class="switch"><span>${characterKeys}</span> <input id="character-keys" type="checkbox" role="switch" checked aria-describedby="character-keys-hint" autocomplete="off"></label>
<p id="character-keys-hint" class="hint">${characterKeysHint}</p>`,
  )
}

/** A live region: it announces changes that do not move the focus. */
function renderStatus(language: Language): Html {
  return html`<p id="status" class="unseen" role="status" data-steps="${STRINGS[language].steps}" data-black="${STRINGS[language].black}"></p>`
}

/** A script inside the page; `code` must not contain a closing script tag. */
export function inlineScript(code: string): Html {
  return html`<script>${raw(code)}</script>`
}
