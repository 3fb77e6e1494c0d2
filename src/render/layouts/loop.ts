import type { LoopSlide } from '../../slide.ts'
import { renderTitle, type SlideContext, say, step, write } from '../context.ts'
import { type Html, html } from '../html.ts'
import { arrangeLoop, renderLoopClusters } from '../network.ts'

/** The network unrolled into a loop, a label in each of its eyes. */
export function renderLoop(slide: LoopSlide, context: SlideContext): Html {
  // Square and as large as the loop is wide: it stands upright in a portrait box.
  const loop = arrangeLoop()
  const reach = Math.ceil(loop.halfWidth + 13)
  return html`${renderTitle(context, slide.title)}
    <div ${step(0, 'loop')}>
      <svg viewBox="${-reach} ${-reach} ${2 * reach} ${2 * reach}" role="img" aria-label="${say(context, slide.alternative)}">${renderLoopClusters(loop)}</svg>
      ${slide.halves.map(({ label, role }) => html`<p class="half role-${role}">${say(context, label)}</p>`)}
    </div>
    <p ${step(0, 'whole')}>${write(context, slide.whole)}</p>`
}
