import type { Deck } from '../deck/deck.ts'
import type { Language } from '../deck/language.ts'
import { type Html, html } from '../markup/html.ts'
import { bindNumbers, typeset } from '../markup/typeset.ts'
import { STRINGS } from '../strings/strings.ts'
import type { TalksLink } from './page-options.ts'

const ID = 'contents'

/** The button that opens the contents when they are a sheet. The player writes the current slide into it. */
export function renderContentsToggle(language: Language): Html {
  return html`<button class="contents-toggle" type="button" popovertarget="${ID}"><span class="contents-place">${STRINGS[language].contents}</span></button>`
}

/** The running order as plain links, and a link to the site's other talks. */
export function renderContents(deck: Deck, language: Language, talks?: TalksLink): Html {
  const slides = Object.entries(deck.slides)
  return html`<nav id="${ID}" class="contents" popover aria-label="${STRINGS[language].contents}"><p class="contents-title">${deck.brand}</p>
<ol>${slides.map(([id, { title }], index) => html`<li><a href="#${id}"><span class="contents-number">${index + 1}</span> <span>${bindNumbers(typeset(title[language]))}</span></a></li>\n`)}</ol>${talks && renderTalksLink(talks, language)}</nav>`
}

function renderTalksLink({ href, moved }: TalksLink, language: Language): Html {
  return html`<p><a href="${href}"${moved !== undefined && html` data-moved="${moved}"`}><span class="contents-number">…</span> <span>${STRINGS[language].talks}</span></a></p>`
}
