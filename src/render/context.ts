import type { Deck, Language, Localized, Markdown } from '../slide.ts'
import { checkAddress } from './check-address.ts'
import { type Html, html, raw } from './html.ts'
import { renderInline } from './markdown.ts'
import { ANCHOR, POSITION } from './strings.ts'
import { typeset } from './typeset.ts'

/** What a layout may know beyond its slide. */
export interface SlideContext {
  readonly deck: Deck
  readonly language: Language
  readonly id: string
  /** Counted from 1. */
  readonly number: number
  /** Logos that exist, as addresses an image can show, by member id. */
  readonly logos: ReadonlyMap<string, string>
}

/** The context's language of a plain text, typeset. */
export function say(context: SlideContext, text: Localized): string {
  return typeset(text[context.language])
}

/** The context's language of a running text, as HTML. */
export function write(context: SlideContext, text: Localized<Markdown>): Html {
  return renderInline(text[context.language])
}

/** The slide's one heading, the talk's name on the first slide, a slide's title on the others; and a link to it. */
export function renderTitle({ deck, id, language, number }: SlideContext, title: Localized): Html {
  const level = raw(number === 1 ? 'h1' : 'h2')
  const position = POSITION[language](number, Object.keys(deck.slides).length)
  return html`<${level} class="title">${typeset(title[language])}</${level}><a class="anchor" href="#${id}" aria-label="${ANCHOR[language](title[language], position)}"></a>`
}

/** Attributes of an element that appears with the slide's `index`-th step (from 0); `classes` are its own. */
export function step(index: number, classes: string): Html {
  return html`class="${classes} fragment" data-fragment-index="${index}"`
}

/** An address as a person would read it: without scheme, `www.` and closing slash. */
export function readableAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
}

/** A readable address that may break after a slash (and, as any text, after a hyphen). Throws where none may lead. */
export function renderAddress(url: string): Html {
  const fault = checkAddress(url)
  if (fault !== undefined) throw new Error(`the address ${fault}`)
  const parts = readableAddress(url).split(/(?<=\/)/)
  return html`<a href="${url}">${parts.map((part, index) => html`${index > 0 && raw('<wbr>')}${part}`)}</a>`
}
