import type { Act, ActsSlide } from '../../slide.ts'
import { renderTitle, type SlideContext, step, write } from '../context.ts'
import { type Html, html } from '../html.ts'
import { renderScene } from '../scenes.ts'

/** Acts side by side along one ground line, each with its scene above its text. */
export function renderActs(slide: ActsSlide, context: SlideContext): Html {
  return html`${renderTitle(context, slide.title)}
    <ol class="acts">${slide.acts.map((act, index) => renderAct(act, index, context))}</ol>`
}

function renderAct(act: Act, index: number, context: SlideContext): Html {
  return html`<li class="act" data-scene="${act.scene}">
      <div class="ground" aria-hidden="true"><div ${step(index, 'scene')}>${renderScene(act.scene)}</div></div>
      <p ${step(index, 'text')}>${write(context, act.text)}</p>
    </li>`
}
