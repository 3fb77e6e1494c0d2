import type { SlideBase } from '../deck/deck.ts'
import { DeckFault, isExpectedError } from '../deck/deck-fault.ts'
import { type SlideContext, say } from '../layouts/context.ts'
import { findLayout } from '../layouts/index.ts'
import { type Html, html } from '../markup/html.ts'
import { STRINGS } from '../strings/strings.ts'

/** A slide as one section. Its label contains its number, as two slides may share a title. */
export function renderSlide(slide: SlideBase, context: SlideContext): Html {
  const { deck, id, language, number } = context
  const total = Object.keys(deck.slides).length
  const label = `${STRINGS[language].position(number, total)}: ${slide.title[language]}`
  const layout = findLayout(slide)
  const framed = number > 1 && number < total
  return html`<section id="${id}" class="slide" data-layout="${slide.layout}" data-ground="${layout.ground}" aria-label="${label}" aria-roledescription="${STRINGS[language].slide}">
    <div class="body">${layout.render(slide, context)}</div>
    ${framed && html`<p class="foot" data-master aria-hidden="true"><b>${deck.brand}</b> <span>${say(context, deck.title)}</span> <span class="number" data-slide-number>${number}</span></p>`}
  </section>`
}

/** The whole running order, in one language. */
export function renderSlides(context: Pick<SlideContext, 'deck' | 'language' | 'logos'>): Html[] {
  return Object.entries(context.deck.slides).map(([id, slide], index) => {
    try {
      return renderSlide(slide, { ...context, id, number: index + 1 })
    } catch (error) {
      // The author has to mend an error that a layout throws on purpose. Any other error is a bug in the
      // layout.
      const Fault = isExpectedError(error) ? DeckFault : Error
      const reason = error instanceof Error ? error.message : String(error)
      throw new Fault(`${id}.ts (${context.language}): ${reason}.`, { cause: error })
    }
  })
}
