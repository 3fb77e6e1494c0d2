import type { Member, PlatesSlide } from '../../slide.ts'
import { renderTitle, type SlideContext } from '../context.ts'
import { type Html, html } from '../html.ts'
import { renderInline } from '../markdown.ts'
import { typeset } from '../typeset.ts'

/** Equal plates on the common grid, in the order of the source. */
export function renderPlates(slide: PlatesSlide, context: SlideContext): Html {
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
      ? html`<p class="member-name" data-size="${size}"${lang && html` lang="${lang}"`}>${renderInline(member.name)}</p>`
      : html`<img class="member-logo" src="${logo}" alt="${member.name.markdown.replaceAll('*', '')}"${lang && html` lang="${lang}"`}>`
  return html`<li class="plate">${name}${translation && html`<p class="member-translation">${typeset(translation)}</p>`}</li>`
}
