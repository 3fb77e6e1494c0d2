import type { SlideContext } from '../../render/context.ts'
import { splitRuns } from '../../render/markdown.ts'
import { typeset } from '../../render/typeset.ts'
import type { Deck, Language, Slide } from '../../slide.ts'
import { listKeywords } from '../keywords.ts'
import { drawActs } from './layouts/acts.ts'
import { drawArgument } from './layouts/argument.ts'
import { drawCover } from './layouts/cover.ts'
import { drawLoop } from './layouts/loop.ts'
import { drawPlates } from './layouts/plates.ts'
import { drawStatement } from './layouts/statement.ts'
import { MASTERS } from './masters.ts'
import type { Item, Master, Presentation } from './model.ts'
import { keepEnd, LANGS } from './text.ts'

export interface PresentOptions {
  readonly deck: Deck
  readonly language: Language
  /** Ids of the slides that are wanted. */
  readonly slides: readonly string[]
  /** Whether the speaker's notes go into the notes pane. */
  readonly notes: boolean
}

/** The deck as a presentation's text boxes and drawings, from the same data as the page. */
export function presentDeck({ deck, language, slides, notes }: PresentOptions): Presentation {
  return {
    title: deck.title[language],
    author: deck.author,
    company: deck.association[language],
    subject: deck.description[language],
    keywords: listKeywords(deck, language),
    lang: LANGS[language],
    foot: { brand: deck.brand, title: deck.title[language] },
    slides: Object.entries(deck.slides).flatMap(([id, slide], index) => {
      if (!slides.includes(id)) return []
      const context = { deck, language, id, number: index + 1, logos: new Map() }
      return [
        {
          ...drawSlide(slide, context),
          title: keepEnd(typeset(slide.title[language])),
          notes: notes ? slide.notes[language].markdown.split('\n').map(writeNote) : [],
        },
      ]
    }),
  }
}

function writeNote(markdown: string): string {
  return splitRuns({ markdown })
    .map(({ text }) => text)
    .join('')
}

/** A slide's layout and content. A layout left out does not compile. */
function drawSlide(slide: Slide, context: SlideContext): { master: Master; items: Item[] } {
  switch (slide.layout) {
    case 'cover': {
      const master = slide.person.contact === undefined ? MASTERS.opening : MASTERS.closing
      return { master, items: drawCover(slide, context) }
    }
    case 'statement':
      return { master: MASTERS.statement, items: drawStatement(slide, context) }
    case 'plates':
      return { master: MASTERS.plates, items: drawPlates(slide, context) }
    case 'argument':
      return { master: MASTERS.argument, items: drawArgument(slide, context) }
    case 'loop':
      return { master: MASTERS.loop, items: drawLoop(slide, context) }
    case 'acts':
      return { master: MASTERS.acts, items: drawActs(slide, context) }
  }
}
