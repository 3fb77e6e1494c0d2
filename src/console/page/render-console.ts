import type { Deck, SlideBase } from '../../deck/deck.ts'
import { LANGUAGES, type Language, otherLanguages } from '../../deck/language.ts'
import type { Pictures } from '../../deck/picture.ts'
import { listRunning, numberOf } from '../../deck/running-order.ts'
import { renderIcon } from '../../drawings/icon.ts'
import { renderNetworkParts } from '../../drawings/network.ts'
import { PALETTE } from '../../drawings/palette.ts'
import { namePosition, say } from '../../layouts/context.ts'
import { type Html, html } from '../../markup/html.ts'
import { renderInline } from '../../markup/markdown.ts'
import { PAGE_FOLDERS, pathToRoot } from '../../page/addresses.ts'
import { renderDialog, renderHelp, renderJump } from '../../page/dialogs.ts'
import { renderSlides } from '../../page/render-slide.ts'
import { STRINGS } from '../../strings/strings.ts'
import { CONSOLE_PAGE } from './addresses.ts'
import { KEYS } from './keys.ts'

export interface ConsolePageOptions {
  readonly deck: Deck
  readonly language: Language
  readonly logos: ReadonlyMap<string, string>
  readonly pictures?: Pictures | undefined
  /**
   * Fonts, the styles (`src/console/page/console.css`, which imports the deck's) and the script
   * (`src/console/browser/main.ts`).
   */
  readonly head: Html
  readonly live: {
    /** The room's name, with which the windows of one browser find each other. */
    readonly room: string
    /** The relative URL of the room: `./live/<room>`, in English `../live/<room>`. */
    readonly path: string
  }
  /** The site's URL for a phone (`http://192.168.1.20:4173/`), as the page may be open at `localhost`. */
  readonly origin?: string
}

/**
 * The speaker's console in one language, as a whole document with every slide once. Anyone on the network can
 * open it, so it holds no notes: with the secret it fetches `presenter/notes.json` (`renderNotes`).
 */
export function renderConsole(options: ConsolePageOptions): string {
  const { deck, language, live, origin } = options
  const title = `${STRINGS[language].console.name} – ${deck.title[language]}`
  const page = html`<!doctype html>
<html lang="${language}" data-view="console">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="${PALETTE.ink}">
<title>${title}</title>
<link rel="icon" href="${renderIcon()}">
${options.head}
</head>
<body data-ground="ink">
${renderNetworkParts(deck.network)}
${renderWarnings(language)}
<main class="console" data-language="${language}" data-room="${live.room}" data-live="${live.path}"${origin !== undefined && html` data-origin="${origin}"`}>
<h1 class="unseen">${title}</h1>
<noscript><p class="needs-script">${STRINGS[language].console.needsScript}</p></noscript>
${renderTimes(deck, language)}
${renderPreview('now', language)}
<div class="aside">
${renderPreview('next', language)}
${renderNotesPlace(language)}
</div>
${renderStrip(options)}
${renderActions(language)}
</main>
${renderHelp(KEYS, language)}
${renderJump(deck, language)}
${renderPhone(language)}
${renderKey(language)}
</body>
</html>
`
  return page.markup
}

function renderTimes(deck: Deck, language: Language): Html {
  const strings = STRINGS[language].console
  return html`<section class="times" aria-label="${strings.time}">
<dl class="tiles">
<div class="tile" data-tile="clock"><dt>${strings.clock}</dt><dd data-out="clock">00:00</dd></div>
<div class="tile" data-tile="elapsed"><dt>${strings.elapsed}</dt><dd data-out="elapsed">0:00</dd></div>
<div class="tile" data-tile="plan"><dt>${strings.plan}</dt><dd><span data-out="plan">0:00</span> <span class="of">/ ${deck.minutes}:00</span></dd></div>
<div class="tile" data-tile="pace" data-pace="idle"><dt>${strings.pace}</dt><dd><span data-out="pace">–</span> ${renderStates({ idle: strings.paceIdle, on: strings.paceOn, ahead: strings.paceAhead, behind: strings.paceBehind })}</dd></div>
</dl>
<div class="timer">
<button class="button" type="button" data-act="timer" data-timer="idle">${renderStates({ idle: strings.start, running: strings.pause, paused: strings.resume })}</button>
<button class="button" type="button" data-act="reset">${strings.reset}</button>
<button class="button" type="button" data-act="undo" hidden>${strings.undo}</button>
</div>
<dl class="tiles states">
<div class="tile" data-tile="followers"><dt>${strings.followers}</dt><dd data-out="followers">–</dd></div>
<div class="tile" data-tile="connection"><dt>${strings.connection}</dt><dd class="connection" data-connection="connecting"><span role="status">${renderStates({ connecting: strings.connecting, live: strings.live, unsent: strings.notSent, locked: strings.locked, ended: strings.ended, refused: strings.refused })}</span></dd></div>
</dl>
<button class="button" type="button" data-act="key" aria-haspopup="dialog" hidden>${strings.key}</button>
</section>`
}

/** What is wrong, why, and what to do: the stage does not take the console's moves, or the screen may go dark. */
function renderWarnings(language: Language): Html {
  const { unsent, unsentWhy, dark } = STRINGS[language].console
  return html`<div class="warnings" role="status">
<p data-warning="unsent" data-unsent="slow" hidden>${unsent} ${renderStates(unsentWhy)}</p>
<p data-warning="dark" hidden>${renderStates(dark)}</p>
</div>`
}

/** One text for each state of the surrounding element, at first the first one; the script shows another. */
function renderStates(texts: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(texts).map(([state, text], index) => html`<span data-when="${state}"${index > 0 && html` hidden`}>${text}</span>`)}`
}

function renderPreview(which: 'now' | 'next', language: Language): Html {
  const { before, between } = STRINGS[language].console.step
  return html`<section class="preview" data-preview="${which}" aria-label="${STRINGS[language].console[which]}">
<p class="headline"${which === 'now' && html` role="status"`}><span class="kicker">${STRINGS[language].console[which]}</span> <span class="where" data-out="where"></span> <b class="named" data-out="title"></b> <span class="taken" data-out="step" hidden>${before} <span data-out="taken">0</span> ${between} <span data-out="steps">0</span></span></p>
<div class="frame" data-steps inert aria-hidden="true"></div>
${which === 'next' ? html`<p class="end" hidden>${STRINGS[language].console.end}</p>` : html`<p class="black" aria-hidden="true" hidden>${STRINGS[language].console.black}</p>`}
</section>`
}

/** The place for the notes, with the texts that the console shows while it has none. */
function renderNotesPlace(language: Language): Html {
  return html`<div class="notes">
<h2 class="kicker" id="notes-title">${STRINGS[language].console.notes}</h2>
<div class="sizes"><button class="button" type="button" data-act="smaller" aria-label="${STRINGS[language].console.smaller}">A−</button><button class="button" type="button" data-act="larger" aria-label="${STRINGS[language].console.larger}">A+</button></div>
<div class="cues" tabindex="0" role="region" aria-labelledby="notes-title" data-notes-state="locked"><p class="awaited">${renderStates({ locked: STRINGS[language].console.notesLocked, coming: STRINGS[language].console.notesComing })}</p><ul data-out="notes"></ul></div>
</div>`
}

/** All notes in one language: each slide's lines as HTML, by slide id. For the speaker alone. */
export function renderNotes(deck: Deck, language: Language): Record<string, readonly string[]> {
  const entries = Object.entries(deck.slides)
  return Object.fromEntries(entries.map(([id, slide]) => [id, listCues(slide, language)]))
}

function listCues(slide: SlideBase, language: Language): string[] {
  const lines = slide.notes[language].markdown.split('\n').filter((line) => line !== '')
  return lines.map((markdown) => renderInline({ markdown }).markup)
}

/** Every slide once, in small; the previews are copies of these. */
function renderStrip({ deck, language, logos, pictures }: ConsolePageOptions): Html {
  const slides = renderSlides({ deck, language, logos, pictures })
  const total = listRunning(deck).length
  return html`<nav class="strip" aria-label="${STRINGS[language].slides}"><ol>${Object.entries(
    deck.slides,
  ).map(([id, slide], index) => {
    const number = numberOf(id, deck)
    const context = { deck, language, logos, id, number }
    const title = say(context, slide.title)
    const where = number === undefined ? STRINGS[language].console.hidden : `${number}/${total}`
    return html`<li data-slide="${id}" data-title="${title}" data-minutes="${slide.minutes}" data-where="${where}"><div class="frame" inert aria-hidden="true">${slides[index]}</div><button type="button" aria-label="${number === undefined ? where : namePosition(context)}: ${title}"><span>${number ?? where}</span></button></li>\n`
  })}</ol></nav>`
}

function renderActions(language: Language): Html {
  return html`<section class="actions" aria-label="${STRINGS[language].console.actions}">
<div class="moves"><button class="button" type="button" data-act="previous">${renderArrow('back')}${STRINGS[language].console.back}</button><button class="button" type="button" data-act="next">${STRINGS[language].console.forward}${renderArrow('forward')}</button></div>
<button class="button" type="button" data-act="black" aria-pressed="false">${STRINGS[language].console.black}</button>
<button class="button" type="button" data-act="jump" aria-haspopup="dialog">${STRINGS[language].jump}</button>
<div class="hall" role="group" aria-labelledby="hall-label"><span class="kicker" id="hall-label">${STRINGS[language].console.hall}</span>${LANGUAGES.map((each) => html`<button class="button" type="button" data-act="hall" data-language="${each}" lang="${each}" aria-pressed="false" aria-label="${each.toUpperCase()}, ${STRINGS[each].languageName}">${each.toUpperCase()}</button>`)}</div>
<button class="button" type="button" data-act="phone" aria-haspopup="dialog">${STRINGS[language].console.phone}</button>
<button class="button" type="button" data-act="help" aria-haspopup="dialog">${STRINGS[language].help}</button>
${otherLanguages(language).map((other) => html`<a class="button" href="${pathToRoot(language)}${PAGE_FOLDERS[other]}${CONSOLE_PAGE}" hreflang="${other}" lang="${other}">${STRINGS[other].languageName}</a>`)}
</section>`
}

function renderArrow(direction: 'back' | 'forward'): Html {
  return html`<svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="${direction === 'back' ? 'M15 4l-8 8 8 8' : 'M9 4l8 8-8 8'}"/></svg>`
}

function renderPhone(language: Language): Html {
  const strings = STRINGS[language].console
  const content = html`<div class="code" role="img" aria-label="${strings.phoneCode}"></div>
<p>${strings.phoneHint} <span class="url" data-out="address"></span></p>
<label hidden>${strings.phoneChoice} <select></select></label>
<p class="arrived" role="status" data-out="arrived" hidden>${strings.phoneArrived}</p>
<p class="warning" data-out="no-code" role="status" hidden>${strings.phoneNoCode}</p>
<p class="warning" data-out="local" hidden>${strings.phoneLocal}</p>
<p class="warning">${strings.phoneWarning}</p>`
  return renderDialog({ id: 'phone', language, title: strings.phoneTitle, content })
}

function renderKey(language: Language): Html {
  const strings = STRINGS[language].console
  const content = html`<p>${strings.keyHint}</p>
<form method="dialog"><label for="key-text">${strings.keyLabel}</label>
<input id="key-text" type="password" name="key" autocomplete="off" spellcheck="false"><button class="control" type="submit">${strings.connect}</button>
<p id="key-error" role="alert" hidden>${strings.keyError}</p></form>`
  return renderDialog({ id: 'key', language, title: strings.key, content })
}
