import type { SlideBase } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { renderScene, type SceneName } from '../../drawings/scenes.ts'
import { type Html, html } from '../../markup/html.ts'
import { renderTitle, type SlideContext, step, write } from '../context.ts'
import type { Layout } from '../layout.ts'

/** A story in acts along one ground line; each act is a step. */
export interface ActsSlide extends SlideBase {
  readonly layout: 'acts'
  /** In order, each with its scene. */
  readonly acts: readonly Act[]
}

export interface Act {
  /** What the act’s drawing shows. */
  readonly scene: SceneName
  /** What happens, in a sentence. */
  readonly text: Localized<Markdown>
}

export const acts: Layout<ActsSlide> = { ground: 'paper', render: renderActs }

/** Acts side by side along one ground line, each with its scene above its text. */
function renderActs(slide: ActsSlide, context: SlideContext): Html {
  return html`${renderTitle(context, slide.title)}
    <ol class="acts">${slide.acts.map((act, index) => renderAct(act, index, context))}</ol>`
}

function renderAct(act: Act, index: number, context: SlideContext): Html {
  return html`<li class="act" data-scene="${act.scene}">
      <div class="ground" aria-hidden="true"><div ${step(index, 'scene')}>${renderScene(act.scene)}</div></div>
      <p ${step(index, 'text')}>${write(context, act.text)}</p>
    </li>`
}
