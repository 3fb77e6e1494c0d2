import type { SlideBase } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { renderHub, stateOf } from '../../drawings/hub.ts'
import { type Html, html } from '../../markup/html.ts'
import { STRINGS } from '../../strings/strings.ts'
import { renderTitle, type SlideContext, write } from '../context.ts'
import type { Layout } from '../layout.ts'
import { listParts } from './parts.ts'

/** The title of one of the talk's parts, with its place among them. The agenda lists the sections. */
export interface SectionSlide extends SlideBase {
  readonly layout: 'section'
  /** What the part is about, in a sentence. */
  readonly lead?: Localized<Markdown>
}

/** The longest title that has room in the largest letters. */
const SHORT = 26

export const section: Layout<SectionSlide> = { ground: 'ink', render: renderSection }

/** A line with a hub for each part; the title at the lower left. */
function renderSection({ title, lead }: SectionSlide, context: SlideContext): Html {
  const { deck, id, language } = context
  const parts = listParts(deck)
  const place = parts.findIndex((part) => part.id === id)
  return html`<div class="track" style="--count: ${parts.length}" aria-hidden="true">${parts.map((_, index) => html`<div class="stop"><div class="rail">${renderHub(stateOf(index, place))}</div></div>`)}</div>
    <div class="words" data-size="${title[language].length > SHORT ? 'small' : 'large'}">
      <p class="place">${STRINGS[language].part(place + 1, parts.length)}</p>
      ${renderTitle(context, title)}
      ${lead && html`<p class="lead">${write(context, lead)}</p>`}
    </div>`
}
