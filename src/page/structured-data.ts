import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { PAGE_FOLDERS, sharePicture } from './addresses.ts'

/** Describes the talk for machines (schema.org), with nothing but what the talk itself says. */
export function renderStructuredData(deck: Deck, language: Language, siteUrl?: string): Html {
  const [opening = ''] = Object.keys(deck.slides)
  const facts = {
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
  // Escapes every `<`, as a closing script tag would end the element early.
  return html`<script type="application/ld+json">${raw(JSON.stringify(facts).replaceAll('<', '\\u003c'))}</script>`
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
