import type { Figure, StatementSlide } from '../../slide.ts'
import { renderTitle, type SlideContext, say, step, write } from '../context.ts'
import { type Html, html } from '../html.ts'
import { renderInline } from '../markdown.ts'
import { networkViewBox } from '../network.ts'
import { renderRing } from '../ring.ts'

/** Words on the left, one picture on the right. */
export function renderStatement(slide: StatementSlide, context: SlideContext): Html {
  const { figures = [], wordmark } = slide
  return html`<div class="words">
      ${renderTitle(context, slide.title)}
      ${slide.subtitle && html`<p class="subtitle">${say(context, slide.subtitle)}</p>`}
      ${figures.length > 0 && html`<ul class="figures">${figures.map((figure, index) => renderFigure(figure, index, context))}</ul>`}
      <p class="${figures.length > 0 ? 'text' : 'display'}">${write(context, slide.statement)}</p>
      ${wordmark && html`<p class="wordmark" lang="${wordmark.lang}">${renderInline(wordmark.text)}</p>`}
    </div>
    ${renderPicture(slide, context)}`
}

function renderFigure(figure: Figure, index: number, context: SlideContext): Html {
  return html`<li ${step(index, 'figure')}><span class="value role-${figure.role}">${figure.value}</span> <span class="label"><span class="dot role-${figure.role}"></span>${say(context, figure.label)}</span></li>`
}

function renderPicture(slide: StatementSlide, context: SlideContext): Html {
  const alternative = say(context, slide.picture.alternative)
  switch (slide.picture.kind) {
    case 'ring':
      return renderRing(alternative)
    case 'network': {
      // Each part of the network appears with the figure that counts it.
      const parts = (slide.figures ?? []).map(({ role }, index) => ({ role, index })).reverse()
      return html`<svg class="picture network" viewBox="${networkViewBox()}" role="img" aria-label="${alternative}">${parts.map(
        ({ role, index }) =>
          role === 'clusters'
            ? html`<use ${step(index, 'hubs')} href="#net-hubs"/>`
            : html`<use ${step(index, 'companies')} href="#net-companies"/>`,
      )}</svg>`
    }
  }
}
