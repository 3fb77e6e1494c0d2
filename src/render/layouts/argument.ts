import type { ArgumentSlide, Pull, Source } from '../../slide.ts'
import { renderAddress, renderTitle, type SlideContext, say, step, write } from '../context.ts'
import { type Html, html } from '../html.ts'
import { renderInline } from '../markdown.ts'
import { STRINGS } from '../strings.ts'

/** Running text and the sentence to remember, side by side in reading order; sources at the foot. */
export function renderArgument(slide: ArgumentSlide, context: SlideContext): Html {
  const pull = renderPull(slide.pull, context)
  const text = html`<div class="text">
      ${slide.text[context.language].map((paragraph) => html`<p>${renderInline(paragraph)}</p>`)}
      ${slide.conclusion && html`<p ${step(0, 'conclusion')}>${write(context, slide.conclusion)}</p>`}
    </div>`
  return html`${renderTitle(context, slide.title)}
    <div class="columns" data-pull="${slide.pull.place}">${slide.pull.place === 'before' ? [pull, text] : [text, pull]}</div>
    ${slide.sources.length > 0 && renderSources(slide.sources, context)}`
}

function renderPull(pull: Pull, context: SlideContext): Html {
  if (pull.place === 'before') return html`<p class="pull">${write(context, pull.sentence)}</p>`
  return html`<div ${step(0, 'quotation')}><p class="lead">${write(context, pull.lead)}</p><blockquote class="pull"><p>${say(context, pull.quotation)}</p></blockquote></div>`
}

function renderSources(sources: readonly Source[], context: SlideContext): Html {
  const [one, many] = STRINGS.sources[context.language]
  return html`<div class="sources"><p>${sources.length > 1 ? many : one}:</p><ul>${sources.map(({ url }) => html`<li>${renderAddress(url)}</li>`)}</ul></div>`
}
