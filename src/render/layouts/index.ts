import type { Slide } from '../../slide.ts'
import type { SlideContext } from '../context.ts'
import type { Html } from '../html.ts'
import { renderActs } from './acts.ts'
import { renderArgument } from './argument.ts'
import { renderCover } from './cover.ts'
import { renderLoop } from './loop.ts'
import { renderPlates } from './plates.ts'
import { renderStatement } from './statement.ts'

/** Slides whose ground is ink; the others are paper. */
export const INK_LAYOUTS: ReadonlySet<Slide['layout']> = new Set(['cover', 'loop'])

/** A slide's content by its layout. A layout without a renderer does not compile. */
export function renderLayout(slide: Slide, context: SlideContext): Html {
  switch (slide.layout) {
    case 'cover':
      return renderCover(slide, context)
    case 'statement':
      return renderStatement(slide, context)
    case 'plates':
      return renderPlates(slide, context)
    case 'argument':
      return renderArgument(slide, context)
    case 'loop':
      return renderLoop(slide, context)
    case 'acts':
      return renderActs(slide, context)
  }
}
