import { type Html, html } from '../../render/html.ts'
import { renderInline } from '../../render/markdown.ts'
import { STRINGS } from '../../render/strings.ts'
import type { Deck, Language, Slide } from '../../slide.ts'
import type { Frame } from '../frames.ts'

const PER_PAGE = 2
/** Half a page's and a whole page's, more than fit; those that do not are cut off. */
const LINES = { shared: 6, alone: 24 } as const

export interface HandoutOptions {
  readonly deck: Deck
  readonly language: Language
  /** Each slide once. */
  readonly frames: readonly Frame[]
  /** The speaker's notes instead of ruled lines. */
  readonly notes: boolean
}

/** The handout's pages: two slides each, with their sources in full and room to write, or what the speaker notes. */
export function renderHandout(options: HandoutOptions): Html[] {
  const { frames } = options
  const total = Math.ceil(frames.length / PER_PAGE)
  return Array.from({ length: total }, (_, index) => {
    const entries = frames.slice(index * PER_PAGE, (index + 1) * PER_PAGE)
    return renderPage(options, entries, `${index + 1} / ${total}`)
  })
}

/** Head and foot are the page's furniture, not its text: no screen reader should read them five times. */
function renderPage(options: HandoutOptions, entries: readonly Frame[], number: string): Html {
  const { deck, language } = options
  return html`<div class="handout">
<p class="handout-head" aria-hidden="true"><span><b>${deck.brand}</b> ${deck.title[language]}</span><span>${deck.association[language]}</span></p>
${entries.map((frame) => renderEntry(options, frame, entries.length > 1 ? LINES.shared : LINES.alone))}
<p class="handout-foot" aria-hidden="true"><span>${deck.author}</span><span>${number}</span></p>
</div>`
}

function renderEntry(
  { deck, language, notes }: HandoutOptions,
  { id, html: section }: Frame,
  lines: number,
): Html {
  const slide = deck.slides[id]
  return html`<div class="entry">${section}
${slide && renderSources(slide, language)}
${slide && notes ? renderNotes(slide, language) : renderLines(lines)}</div>`
}

function renderSources(slide: Slide, language: Language): Html | undefined {
  if (slide.layout !== 'argument' || slide.sources.length === 0) return undefined
  const [one, many] = STRINGS.sources[language]
  const links = slide.sources.map(({ url }) => html`<li><a href="${url}">${url}</a></li>`)
  return html`<div class="entry-sources"><p>${slide.sources.length > 1 ? many : one}:</p><ul>${links}</ul></div>`
}

function renderNotes(slide: Slide, language: Language): Html {
  const lines = slide.notes[language].markdown.split('\n')
  return html`<div class="entry-notes">${lines.map((markdown) => html`<p>${renderInline({ markdown })}</p>`)}</div>`
}

function renderLines(count: number): Html {
  return html`<div class="entry-lines" aria-hidden="true">${Array.from({ length: count }, () => html`<i></i>`)}</div>`
}
