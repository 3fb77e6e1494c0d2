import type { SlideBase } from '../../deck/deck.ts'
import type { Markdown } from '../../deck/markdown.ts'
import { type Html, html } from '../../markup/html.ts'
import { renderInline } from '../../markup/markdown.ts'
import { typeset } from '../../markup/typeset.ts'
import { renderTitle, type SlideContext } from '../context.ts'
import type { Layout } from '../layout.ts'

/** Equal plates, one for each member. */
export interface PlatesSlide extends SlideBase {
  readonly layout: 'plates'
  /** In order, a plate each. */
  readonly members: readonly Member[]
}

/**
 * A member. `id` names its logo, `logos/<id>.svg` in the talk's folder, which is shown instead of the name if
 * the file exists. A Lithuanian name comes with its English translation.
 */
export type Member =
  | { readonly id: string; readonly name: Markdown; readonly lang?: 'en'; readonly translation?: never }
  | { readonly id: string; readonly name: Markdown; readonly lang: 'lt'; readonly translation: string }

export const plates: Layout<PlatesSlide> = {
  ground: 'paper',
  render: renderPlates,
  check: checkMembers,
  listLogos: ({ members }) => members.map(({ id }) => id),
}

function checkMembers({ members }: PlatesSlide): string[] {
  const ids = members.map(({ id }) => id)
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index))
  return [...twice].map((id) => `two members have the id "${id}"; give each its own.`)
}

/** Equal plates on the common grid, in the order of the source. */
function renderPlates(slide: PlatesSlide, context: SlideContext): Html {
  return html`${renderTitle(context, slide.title)}
    <ul class="members">${slide.members.map((member) => renderPlate(member, context))}</ul>`
}

function renderPlate(member: Member, context: SlideContext): Html {
  const logo = context.logos.get(member.id)
  const lang = member.lang !== undefined && member.lang !== context.language && member.lang
  const size =
    member.name.markdown.length <= 12 ? 'short' : member.name.markdown.length <= 48 ? 'medium' : 'long'
  const translation = member.lang === 'lt' && context.language !== 'lt' && member.translation
  const name =
    logo === undefined
      ? html`<p class="member-name${translation && ' small-print'}" data-size="${size}"${lang && html` lang="${lang}"`}>${renderInline(member.name)}</p>`
      : html`<img class="member-logo" src="${logo}" alt="${member.name.markdown.replaceAll('*', '')}"${lang && html` lang="${lang}"`}>`
  return html`<li class="plate">${name}${translation && html`<p class="member-translation small-print">${typeset(translation)}</p>`}</li>`
}
