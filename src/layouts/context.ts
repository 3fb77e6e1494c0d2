import type { Deck, Source } from '../deck/deck.ts'
import type { Language, Localized } from '../deck/language.ts'
import type { Markdown } from '../deck/markdown.ts'
import type { Pictures } from '../deck/picture.ts'
import { listRunning } from '../deck/running-order.ts'
import { checkAddress } from '../markup/check-address.ts'
import { type Html, html, raw } from '../markup/html.ts'
import { renderInline } from '../markup/markdown.ts'
import { readableAddress } from '../markup/readable-address.ts'
import { bindNumbers, typeset } from '../markup/typeset.ts'
import { STRINGS } from '../strings/strings.ts'

/** What a layout may know beyond its slide. */
export interface SlideContext {
  readonly deck: Deck
  readonly language: Language
  readonly id: string
  /** Counted from 1; a hidden slide has none. */
  readonly number: number | undefined
  /** Logos that exist, as addresses an image can show, by member id. */
  readonly logos: ReadonlyMap<string, string>
  /** Without it no slide may show one. */
  readonly pictures?: Pictures | undefined
}

/** A plain text in the context's language, typeset. */
export function say(context: SlideContext, text: Localized): string {
  return typeset(text[context.language])
}

/** A running text in the context's language, as HTML. */
export function write(context: SlideContext, text: Localized<Markdown>): Html {
  return renderInline(text[context.language])
}

/** „3 iš 9“, or that the slide is an extra one. */
export function namePosition({ deck, language, number }: SlideContext): string {
  if (number === undefined) return STRINGS[language].extra
  return STRINGS[language].position(number, listRunning(deck).length)
}

/** The slide's one heading, `h1` for the first slide, which names the talk, with a link to the slide. */
export function renderTitle(context: SlideContext, title: Localized): Html {
  const { id, language, number } = context
  const level = raw(number === 1 ? 'h1' : 'h2')
  const position = namePosition(context)
  return html`<${level} class="title">${bindNumbers(typeset(title[language]))}</${level}><a class="anchor" href="#${id}" aria-label="${STRINGS[language].anchor(title[language], position)}"></a>`
}

/** Attributes of an element that appears with the slide's `index`-th step (from 0); `classes` are its own. */
export function step(index: number, classes: string): Html {
  return html`class="${classes} fragment" data-fragment-index="${index}"`
}

/** The same on a slide whose author chooses between steps and all at once. */
export function stepIf(stepwise: true | undefined, index: number, classes: string): Html {
  return stepwise ? step(index, classes) : html`class="${classes}"`
}

/** The sources of a slide's text as links in small print. The handout prints their addresses in full. */
export function renderSources({ language }: SlideContext, sources: readonly Source[]): Html | undefined {
  if (sources.length === 0) return undefined
  const links = sources.map(({ url }) => html`<li>${renderAddress(url, html` data-source`)}</li>`)
  return html`<div class="sources small-print"><p>${nameSources(sources.length, language)}:</p><ul>${links}</ul></div>`
}

/** „Šaltinis“ or „Šaltiniai“. */
export function nameSources(count: number, language: Language): string {
  const { one, many } = STRINGS[language].sources
  return count > 1 ? many : one
}

/**
 * A link on a line of its own, shown as a readable address that may break after a slash or a hyphen. Throws
 * for an address that no link may have.
 */
export function renderAddress(url: string, attributes?: Html): Html {
  const fault = checkAddress(url)
  if (fault !== undefined) throw new Error(`the address ${fault}`)
  const parts = readableAddress(url).split(/(?<=\/)/)
  return html`<a class="address"${attributes} href="${url}">${parts.map((part, index) => html`${index > 0 && raw('<wbr>')}${part}`)}</a>`
}
