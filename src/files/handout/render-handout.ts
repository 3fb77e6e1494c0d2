import type { Deck } from '../../deck/deck.ts'
import type { Language } from '../../deck/language.ts'
import { nameSources } from '../../layouts/context.ts'
import { type Html, html, raw } from '../../markup/html.ts'
import { renderInline } from '../../markup/markdown.ts'
import { nameEvent } from '../../strings/name-event.ts'
import { STRINGS } from '../../strings/strings.ts'
import type { Frame } from '../frames.ts'
import { type HandoutEntry, type HandoutPage, listSources } from './page-handout.ts'

/** More lines than fit on half a page and on a whole page; the page cuts off the rest. */
const LINES = { shared: 6, alone: 24 } as const

interface HandoutOptions {
  readonly deck: Deck
  readonly language: Language
  readonly pages: readonly HandoutPage[]
  /** Whether to print the speaker's notes instead of ruled lines. */
  readonly notes: boolean
}

/**
 * The handout's pages, with the slides' sources in full and room to write or the speaker's notes. Head and
 * foot are hidden from screen readers, which would read them on every page.
 */
export function renderHandout(options: HandoutOptions): Html {
  const { deck, language, pages } = options
  return html`${pages.map(
    (entries, index) => html`<div class="handout">
<p class="handout-head" aria-hidden="true"><span><b>${deck.brand}</b> ${deck.title[language]}</span><span>${deck.event ? nameEvent(deck.event, language) : deck.association[language]}</span></p>
${entries.map((entry) => renderEntry(options, entry, entries.length > 1 ? LINES.shared : LINES.alone))}
<p class="handout-foot" aria-hidden="true"><span>${deck.author}</span><span>${`${index + 1} / ${pages.length}`}</span></p>
</div>`,
  )}`
}

function renderEntry({ language, notes }: HandoutOptions, entry: HandoutEntry, lines: number): Html {
  const { frame, cues, isRest } = entry
  if (isRest) {
    const title = `${frame.number}. ${frame.title} (${STRINGS[language].continued})`
    return html`<div class="entry"><p class="entry-rest">${title}</p>${renderNotes(cues)}</div>`
  }
  return html`<div class="entry">${frame.html}
${renderSources(frame, language)}
${notes ? renderNotes(cues) : renderLines(lines)}</div>`
}

/** The full addresses of the slide's links to its sources. */
function renderSources(frame: Frame, language: Language): Html | undefined {
  const links = listSources(frame).map(raw)
  if (links.length === 0) return undefined
  return html`<div class="entry-sources"><p>${nameSources(links.length, language)}:</p><ul>${links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul></div>`
}

function renderNotes(cues: readonly string[]): Html {
  return html`<div class="entry-notes">${cues.map((markdown) => html`<p>${renderInline({ markdown })}</p>`)}</div>`
}

function renderLines(count: number): Html {
  return html`<div class="entry-lines" aria-hidden="true">${Array.from({ length: count }, () => html`<i></i>`)}</div>`
}
