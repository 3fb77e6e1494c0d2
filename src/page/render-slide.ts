import type { SlideBase } from '../deck/deck.ts'
import { DeckFault, isExpectedError } from '../deck/deck-fault.ts'
import { listRunning, numberOf } from '../deck/running-order.ts'
import { namePosition, type SlideContext, say } from '../layouts/context.ts'
import { findLayout } from '../layouts/index.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { STRINGS } from '../strings/strings.ts'

/** A slide as one section. Its label contains its number, as two slides may share a title. */
export function renderSlide(slide: SlideBase, context: SlideContext): Html {
  const { deck, id, language, number } = context
  const label = `${namePosition(context)}: ${slide.title[language]}`
  const layout = findLayout(slide)
  if (layout === undefined) throw new Error(`there is no layout "${slide.layout}"`)
  const isFramed = number !== 1 && number !== listRunning(deck).length
  return html`<section id="${id}" class="slide"${slide.hidden && raw(' data-hidden')} data-layout="${slide.layout}" data-ground="${layout.ground}" aria-label="${label}" aria-roledescription="${STRINGS[language].slide}">
    <div class="body">${layout.render(slide, context)}</div>
    ${isFramed && html`<p class="foot" data-master aria-hidden="true"><b>${deck.brand}</b> <span>${say(context, deck.title)}</span> ${number !== undefined && html`<span class="number" data-slide-number>${number}</span>`}</p>`}
  </section>`
}

/** All slides in order, the hidden ones too, in one language. */
export function renderSlides(context: Omit<SlideContext, 'id' | 'number'>): Html[] {
  return Object.entries(context.deck.slides).map(([id, slide]) => {
    try {
      return renderSlide(slide, { ...context, id, number: numberOf(id, context.deck) })
    } catch (error) {
      // The author has to mend an error that a layout throws on purpose. Any other error is a bug in the
      // layout.
      const Fault = isExpectedError(error) ? DeckFault : Error
      const reason = error instanceof Error ? error.message : String(error)
      throw new Fault(`${id}.ts (${context.language}): ${reason}.`, { cause: error })
    }
  })
}
