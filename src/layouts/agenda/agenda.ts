import type { Deck, SlideBase } from '../../deck/deck.ts'
import type { Language } from '../../deck/language.ts'
import { renderHub, stateOf } from '../../drawings/hub.ts'
import { type Html, html } from '../../markup/html.ts'
import { bindNumbers } from '../../markup/typeset.ts'
import { STRINGS } from '../../strings/strings.ts'
import { renderTitle, type SlideContext, say } from '../context.ts'
import type { Layout } from '../layout.ts'
import { listParts } from '../section/parts.ts'

/** The talk's parts, with their minutes: made from its sections. */
export interface AgendaSlide extends SlideBase {
  readonly layout: 'agenda'
  /** The id of the section that comes now. */
  readonly now?: string
}

/** How large the titles of one part, two, and so on are, as multiples of `--s`; more have no room. */
const SIZES = [4.2, 4.2, 4.2, 3.4, 2.8, 2.3]

export const agenda: Layout<AgendaSlide> = { ground: 'ink', render: renderAgenda, check: checkParts }

function checkParts({ now }: AgendaSlide, deck: Deck): string[] {
  const ids = listParts(deck).map(({ id }) => id)
  if (ids.length < 2) {
    return [
      `an agenda lists two sections or more, and the talk has ${ids.length}; add slides with the layout "section", or delete the agenda.`,
    ]
  }
  const faults: string[] = []
  if (ids.length > SIZES.length) {
    faults.push(`the talk has ${ids.length} sections, and ${SIZES.length} have room; join some.`)
  }
  if (now !== undefined && !ids.includes(now)) {
    faults.push(`now names "${now}", which is no section; take one of ${ids.join(', ')}.`)
  }
  return faults
}

/** A line with a hub for each part, its title and its minutes. */
function renderAgenda({ title, now }: AgendaSlide, context: SlideContext): Html {
  const { deck, language } = context
  const parts = listParts(deck)
  const lit = parts.findIndex(({ id }) => id === now)
  return html`${renderTitle(context, title)}
    <ol class="track" style="--size: ${SIZES[parts.length - 1]}">${parts.map(
      (part, index) => html`<li class="stop"${index === lit && html` aria-current="true"`}>
        <div class="rail" aria-hidden="true">${renderHub(stateOf(index, lit))}</div>
        <div class="words"><p class="part"><a href="#${part.id}">${bindNumbers(say(context, part.title))}</a></p> <p class="minutes">${formatMinutes(part.minutes, language)}</p></div>
      </li>`,
    )}</ol>`
}

/** Minutes as the language writes them: `2,5 min.` */
function formatMinutes(minutes: number, language: Language): string {
  const number = new Intl.NumberFormat(language).format(minutes)
  return STRINGS[language].minutes(number)
}
