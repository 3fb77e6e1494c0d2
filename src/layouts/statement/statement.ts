import type { Deck, SlideBase } from '../../deck/deck.ts'
import type { Language, Localized } from '../../deck/language.ts'
import type { Markdown, Role } from '../../deck/markdown.ts'
import { networkViewBox } from '../../drawings/network.ts'
import { renderRing } from '../../drawings/ring.ts'
import { type Html, html } from '../../markup/html.ts'
import { renderInline } from '../../markup/markdown.ts'
import { renderTitle, type SlideContext, say, step, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** One statement beside one picture; figures, when there are any, are the picture's legend. */
export interface StatementSlide extends SlideBase {
  readonly layout: 'statement'
  /** Second half of the title, in the quiet colour. */
  readonly subtitle?: Localized
  /** The picture’s legend: what it draws, and how many. */
  readonly figures?: readonly Figure[]
  /** What to remember, in one or two sentences. */
  readonly statement: Localized<Markdown>
  /** A name in type, where the original slide shows a logo. It keeps its language. */
  readonly wordmark?: { readonly text: Markdown; readonly lang: Language }
  /** What is drawn beside the words. */
  readonly picture: Picture
}

export interface Picture {
  /** The talk's clusters with their companies, or a ring of hubs, one of them with the clusters. */
  readonly kind: 'network' | 'ring'
  /** Says in the slide's own words what the picture shows, for people who do not see it. */
  readonly alternative: Localized
}

/** A number that the picture draws dot by dot; each figure is a step. */
export interface Figure {
  /** The number, as the picture draws it. */
  readonly value: number
  /** What is counted. */
  readonly label: Localized
  /** Which of the picture’s dots these are. */
  readonly role: Extract<Role, 'clusters' | 'companies'>
}

export const statement: Layout<StatementSlide> = {
  ground: 'paper',
  render: renderStatement,
  check: checkFigures,
}

/** Figures are a picture's legend, so the picture must draw the same number. */
function checkFigures({ figures = [] }: StatementSlide, { network }: Deck): string[] {
  return figures
    .filter(({ role, value }) => network[role] !== value)
    .map(
      ({ role, value }) =>
        `the figure of ${role} says ${value}, but the network draws ${network[role]}; take both from the same fact.`,
    )
}

/** Words on the left, one picture on the right. */
function renderStatement(slide: StatementSlide, context: SlideContext): Html {
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

function renderPicture({ picture, figures = [] }: StatementSlide, context: SlideContext): Html {
  const { network } = context.deck
  const alternative = say(context, picture.alternative)
  switch (picture.kind) {
    case 'ring':
      return renderRing(network.clusters, alternative)
    case 'network': {
      // Each part of the network appears with the figure that counts it.
      const parts = figures.map(({ role }, index) => ({ role, index })).reverse()
      return html`<svg class="picture network" viewBox="${networkViewBox(network)}" role="img" aria-label="${alternative}">${parts.map(
        ({ role, index }) =>
          role === 'clusters'
            ? html`<use ${step(index, 'hubs')} href="#net-hubs"/>`
            : html`<use ${step(index, 'companies')} href="#net-companies"/>`,
      )}</svg>`
    }
  }
}
