import type { Deck, SlideBase } from '../../deck/deck.ts'
import type { Language } from '../../deck/language.ts'
import { nameSources } from '../../layouts/context.ts'
import { type Html, html, raw } from '../../markup/html.ts'
import { renderInline } from '../../markup/markdown.ts'
import type { Frame } from '../frames.ts'

/** More lines than fit on half a page and on a whole page; the page cuts off the rest. */
const LINES = { shared: 6, alone: 24 } as const

interface HandoutOptions {
  readonly deck: Deck
  readonly language: Language
  /** The slides of each page. */
  readonly sheets: readonly (readonly Frame[])[]
  /** Whether to print the speaker's notes instead of ruled lines. */
  readonly notes: boolean
}

/**
 * The handout's pages, with the slides' sources in full and room to write or the speaker's notes. Head and
 * foot are hidden from screen readers, which would read them on every page.
 */
export function renderHandout(options: HandoutOptions): Html {
  const { deck, language, sheets } = options
  return html`${sheets.map(
    (frames, index) => html`<div class="handout">
<p class="handout-head" aria-hidden="true"><span><b>${deck.brand}</b> ${deck.title[language]}</span><span>${deck.association[language]}</span></p>
${frames.map((frame) => renderEntry(options, frame, frames.length > 1 ? LINES.shared : LINES.alone))}
<p class="handout-foot" aria-hidden="true"><span>${deck.author}</span><span>${`${index + 1} / ${sheets.length}`}</span></p>
</div>`,
  )}`
}

function renderEntry(
  { deck, language, notes }: HandoutOptions,
  { id, html: section }: Frame,
  lines: number,
): Html {
  const slide = deck.slides[id]
  return html`<div class="entry">${section}
${renderSources(section, language)}
${slide && notes ? renderNotes(slide, language) : renderLines(lines)}</div>`
}

/** The full addresses of the slide's links to its sources. */
function renderSources({ markup }: Html, language: Language): Html | undefined {
  const links = [...markup.matchAll(/ data-source href="([^"]*)"/g)].map(([, href = '']) => raw(href))
  if (links.length === 0) return undefined
  return html`<div class="entry-sources"><p>${nameSources(links.length, language)}:</p><ul>${links.map((link) => html`<li><a href="${link}">${link}</a></li>`)}</ul></div>`
}

function renderNotes(slide: SlideBase, language: Language): Html {
  const lines = slide.notes[language].markdown.split('\n')
  return html`<div class="entry-notes">${lines.map((markdown) => html`<p>${renderInline({ markdown })}</p>`)}</div>`
}

function renderLines(count: number): Html {
  return html`<div class="entry-lines" aria-hidden="true">${Array.from({ length: count }, () => html`<i></i>`)}</div>`
}
