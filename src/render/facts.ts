import type { Deck, Language, Person } from '../slide.ts'
import { PAGE_FOLDERS, sharePicture } from './addresses.ts'
import { type Html, html, raw } from './html.ts'

/** What the page is, for machines (schema.org): what the talk says of itself and nothing else. */
export function renderFacts(deck: Deck, language: Language, siteUrl?: string): Html {
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
  // The end of a script element is all that could end it early.
  return html`<script type="application/ld+json">${raw(JSON.stringify(facts).replaceAll('<', '\\u003c'))}</script>`
}

function describeAuthor(deck: Deck, language: Language) {
  const contact = findContact(deck)
  return {
    '@type': 'Person',
    name: deck.author,
    ...(contact !== undefined && { jobTitle: contact.role[language], sameAs: contact.linkedin }),
    worksFor: { '@type': 'Organization', name: deck.association[language], alternateName: deck.brand },
  }
}

function findContact(deck: Deck): Person['contact'] {
  const covers = Object.values(deck.slides).filter((slide) => slide.layout === 'cover')
  return covers.find(({ person }) => person.contact !== undefined)?.person.contact
}
