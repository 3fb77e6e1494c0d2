import type { SlideBase } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { arrangeLoop, renderLoopClusters } from '../../drawings/loop.ts'
import { type Html, html } from '../../markup/html.ts'
import { renderTitle, type SlideContext, say, step, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** Two halves of one thing, drawn as an endless loop of all the clusters; the loop is a step. */
export interface LoopSlide extends SlideBase {
  readonly layout: 'loop'
  /** The two halves, each with its name and its colour. */
  readonly halves: readonly [
    { readonly label: Localized; readonly role: 'climate' },
    { readonly label: Localized; readonly role: 'digital' },
  ]
  /** What the two are together, in a sentence. */
  readonly whole: Localized<Markdown>
  /** Says in the slide's own words what the picture shows, for people who do not see it. */
  readonly alternative: Localized
}

export const loop: Layout<LoopSlide> = {
  ground: 'ink',
  render: renderLoop,
  listKeywords: ({ title, halves }, language) => [
    title[language],
    ...halves.map(({ label }) => label[language]),
  ],
}

/** The network unrolled into a loop, a label in each of its eyes. */
function renderLoop(slide: LoopSlide, context: SlideContext): Html {
  const { network } = context.deck
  const arranged = arrangeLoop(network)
  const { reach } = arranged
  // The view is a square with the loop's width, because the loop is upright in a portrait box. The many
  // clusters start to move one frame after the key press.
  return html`${renderTitle(context, slide.title)}
    <div ${step(0, 'loop')} data-next-frame>
      <svg viewBox="${-reach} ${-reach} ${2 * reach} ${2 * reach}" role="img" aria-label="${say(context, slide.alternative)}">${renderLoopClusters(network, arranged)}</svg>
      ${slide.halves.map(({ label, role }) => html`<p class="half role-${role}">${say(context, label)}</p>`)}
    </div>
    <p ${step(0, 'whole')}>${write(context, slide.whole)}</p>`
}
