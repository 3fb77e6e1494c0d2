import type { SlideBase, Source } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { type Html, html } from '../../markup/html.ts'
import { renderInline } from '../../markup/markdown.ts'
import { bindNumbers } from '../../markup/typeset.ts'
import { renderSources, renderTitle, type SlideContext, say, step, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** An argument: running text beside the one sentence to remember. */
export interface ArgumentSlide extends SlideBase {
  readonly layout: 'argument'
  /** The one sentence to remember, before the text or after it. */
  readonly pull: Pull
  /** Paragraphs. */
  readonly text: Localized<readonly Markdown[]>
  /** What follows from the text, set off by a rule. It is a step. */
  readonly conclusion?: Localized<Markdown>
  /** The pages that support the text; an empty list if there are none. */
  readonly sources: readonly Source[]
}

export type Pull =
  /** Comes before the text and opens the argument. */
  | { readonly place: 'before'; readonly sentence: Localized<Markdown> }
  /** Comes after the text and sums it up. It is a step. */
  | { readonly place: 'after'; readonly lead: Localized<Markdown>; readonly quotation: Localized }

export const argument: Layout<ArgumentSlide> = { ground: 'paper', render: renderArgument }

/** Running text and the sentence to remember, side by side in reading order; sources at the foot. */
function renderArgument(slide: ArgumentSlide, context: SlideContext): Html {
  const pull = renderPull(slide.pull, context)
  const text = html`<div class="text">
      ${slide.text[context.language].map((paragraph) => html`<p>${renderInline(paragraph)}</p>`)}
      ${slide.conclusion && html`<p ${step(0, 'conclusion')}>${write(context, slide.conclusion)}</p>`}
    </div>`
  return html`${renderTitle(context, slide.title)}
    <div class="columns" data-pull="${slide.pull.place}">${slide.pull.place === 'before' ? [pull, text] : [text, pull]}</div>
    ${renderSources(context, slide.sources)}`
}

function renderPull(pull: Pull, context: SlideContext): Html {
  if (pull.place === 'before') return html`<p class="pull">${write(context, pull.sentence)}</p>`
  return html`<div ${step(0, 'quotation')}><p class="lead">${write(context, pull.lead)}</p><blockquote class="pull"><p>${bindNumbers(say(context, pull.quotation))}</p></blockquote></div>`
}
