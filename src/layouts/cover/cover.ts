import type { Contact, SlideBase, TalkEvent } from '../../deck/deck.ts'
import type { Localized } from '../../deck/language.ts'
import { renderContactCode, writeContactCard } from '../../drawings/contact-code.ts'
import { networkViewBox } from '../../drawings/network.ts'
import { type Html, html } from '../../markup/html.ts'
import { typeset } from '../../markup/typeset.ts'
import { nameTime } from '../../strings/name-event.ts'
import { STRINGS } from '../../strings/strings.ts'
import { renderAddress, renderTitle, type SlideContext, say } from '../context.ts'
import type { Layout } from '../layout.ts'

/** The first and the last slide: the network at the edge, few words, large. */
export interface CoverSlide extends SlideBase {
  readonly layout: 'cover'
  /** Small spaced line above the title. */
  readonly eyebrow?: Localized
  /** Who speaks. A talk that nobody gives alone leaves it out. */
  readonly person?: Person
}

export interface Person {
  /** As the person writes it. */
  readonly givenName: string
  /** As the person writes it. */
  readonly familyName: string
  /** Only on the last slide, which tells the audience how to write to the speaker. */
  readonly contact?: Contact
}

export const cover: Layout<CoverSlide> = { ground: 'ink', render: renderCover, listKeywords: () => [] }

/** The network at the edge; on the first slide the brand, the event and the speaker, on the last how to reach her. */
function renderCover(slide: CoverSlide, context: SlideContext): Html {
  const { person } = slide
  const { deck } = context
  const event = context.number === 1 ? deck.event : undefined
  return html`<svg class="network" viewBox="${networkViewBox(deck.network)}" aria-hidden="true"><use class="companies" href="#net-companies"/><use class="hubs" href="#net-hubs"/></svg>
    ${context.number === 1 && html`<p class="brand">${deck.brand}</p>`}
    <div class="words" data-size="${chooseSize(slide.title[context.language], { event, person })}">
      ${slide.eyebrow && html`<p class="eyebrow small-print" data-capitals>${say(context, slide.eyebrow)}</p>`}
      ${renderTitle(context, slide.title)}
      ${event && renderEvent(event, context)}
      ${person && renderPerson(person, context)}
    </div>`
}

function renderEvent(event: TalkEvent, { language }: SlideContext): Html {
  const { registration } = event
  const way = registration && html`<br>${STRINGS[language].registration}: ${renderAddress(registration)}`
  return html`<p class="event">${typeset(nameTime(event, language))}<br>${typeset(event.place[language])}${way}</p>`
}

/** How large a title is: larger, its longest word would run into the network, or its lines fill the slide. */
function chooseSize(
  title: string,
  { event, person }: { readonly event: TalkEvent | undefined; readonly person: Person | undefined },
): 'large' | 'small' | 'smallest' {
  const longest = Math.max(...title.split(/\s|(?<!\d)-(?!\d)/).map((word) => word.length))
  // How to reach the speaker leaves the title a place of its own.
  const length = person?.contact === undefined ? title.length : 0
  if (longest > 11 || length > 24) return 'smallest'
  return event !== undefined || longest > 9 || length > 19 ? 'small' : 'large'
}

function renderPerson(person: Person, context: SlideContext): Html {
  const { contact } = person
  return contact === undefined ? renderName(person, context) : renderContact(person, contact, context)
}

function renderContact(person: Person, contact: Contact, context: SlideContext): Html {
  const { language, deck } = context
  const card = writeContactCard({
    ...person,
    ...contact,
    role: contact.role[language],
    organisation: deck.association[language],
  })
  return html`<div class="contact">
      <p class="role">${say(context, contact.role)}</p>
      ${renderName(person, context)}
      <dl class="addresses">
        <div><dt>${STRINGS[language].email}:</dt> <dd><a class="address" href="mailto:${contact.email}">${contact.email}</a></dd></div>
        <div><dt>${STRINGS[language].linkedin}:</dt> <dd>${renderAddress(contact.linkedin)}</dd></div>
      </dl>
    </div>
    ${renderContactCode(card, STRINGS[language].contactCode)}`
}

/** Marks the name as Lithuanian in other languages, so that screen readers pronounce it right. */
function renderName({ givenName, familyName }: Person, { language }: SlideContext): Html {
  return html`<p class="name"${language !== 'lt' && html` lang="lt"`}>${givenName} ${familyName}</p>`
}
