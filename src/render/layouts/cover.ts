import type { CoverSlide, Person } from '../../slide.ts'
import { renderContactCode, writeContactCard } from '../contact-code.ts'
import { renderAddress, renderTitle, type SlideContext, say } from '../context.ts'
import { type Html, html } from '../html.ts'
import { networkViewBox } from '../network.ts'
import { STRINGS } from '../strings.ts'

/** The network at the edge; on the first slide the brand and the speaker, on the last how to reach her. */
export function renderCover(slide: CoverSlide, context: SlideContext): Html {
  const { person } = slide
  return html`<svg class="network" viewBox="${networkViewBox()}" aria-hidden="true"><use class="companies" href="#net-companies"/><use class="hubs" href="#net-hubs"/></svg>
    ${context.number === 1 && html`<p class="brand">${context.deck.brand}</p>`}
    <div class="words">
      ${slide.eyebrow && html`<p class="eyebrow">${say(context, slide.eyebrow)}</p>`}
      ${renderTitle(context, slide.title)}
      ${person.contact === undefined ? renderName(person, context) : renderContact(person, context)}
    </div>`
}

function renderContact(person: Person, context: SlideContext): Html | undefined {
  const { contact } = person
  if (contact === undefined) return undefined
  const { language, deck } = context
  const card = writeContactCard(person, deck.association[language], language)
  return html`<div class="contact">
      <p class="role">${say(context, contact.role)}</p>
      ${renderName(person, context)}
      <dl class="addresses">
        <div><dt>${STRINGS.email[language]}:</dt> <dd><a href="mailto:${contact.email}">${contact.email}</a></dd></div>
        <div><dt>${STRINGS.linkedin[language]}:</dt> <dd>${renderAddress(contact.linkedin)}</dd></div>
      </dl>
    </div>
    ${renderContactCode(card, STRINGS.contactCode[language])}`
}

/** Marked as Lithuanian, so that it is read out as it is spoken. */
function renderName({ givenName, familyName }: Person, { language }: SlideContext): Html {
  return html`<p class="name"${language !== 'lt' && html` lang="lt"`}>${givenName} ${familyName}</p>`
}
