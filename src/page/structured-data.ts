import type { Deck, TalkEvent } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { PAGE_FOLDERS, sharePicture } from './addresses.ts'

type Facts = Readonly<Record<string, unknown>>

/** Describes the talk for machines (schema.org), with nothing but what the talk itself says. */
export function renderStructuredData(deck: Deck, language: Language, siteUrl?: string): Html {
  const [opening = ''] = Object.keys(deck.slides)
  const facts: Facts = {
    '@context': 'https://schema.org',
    '@type': 'PresentationDigitalDocument',
    name: deck.title[language],
    description: deck.description[language],
    inLanguage: language,
    author: describeAuthor(deck, language),
    ...(siteUrl !== undefined && {
      url: siteUrl + PAGE_FOLDERS[language],
      image: siteUrl + sharePicture(language, opening),
    }),
  }
  const event = deck.event && describeEvent(deck.event, deck, language, facts)
  // Escapes every `<`, as a closing script tag would end the element early.
  return html`<script type="application/ld+json">${raw(JSON.stringify(event ?? facts).replaceAll('<', '\\u003c'))}</script>`
}

/** The event at which the talk is given, with the talk itself. Times without a zone are the place's own. */
function describeEvent(
  event: TalkEvent,
  deck: Deck,
  language: Language,
  { '@context': context, ...work }: Facts,
) {
  const { date, begin, end, place, registration } = event
  const at = (time: string | undefined) => (time === undefined ? date : `${date}T${time}`)
  return {
    '@context': context,
    '@type': 'Event',
    name: deck.title[language],
    description: deck.description[language],
    inLanguage: language,
    startDate: at(begin),
    ...(end !== undefined && { endDate: at(end) }),
    location: { '@type': 'Place', name: place[language], address: place[language] },
    ...(registration !== undefined && {
      potentialAction: { '@type': 'RegisterAction', target: registration },
    }),
    ...('url' in work && { url: work['url'], image: work['image'] }),
    workFeatured: work,
  }
}

/** A person, or the association itself where a talk names it as its author. */
function describeAuthor({ author, contact, association, brand }: Deck, language: Language) {
  const organisation = { '@type': 'Organization', name: association[language], alternateName: brand }
  if (Object.values(association).includes(author)) return organisation
  return {
    '@type': 'Person',
    name: author,
    ...(contact !== undefined && { jobTitle: contact.role[language], sameAs: contact.linkedin }),
    worksFor: organisation,
  }
}
