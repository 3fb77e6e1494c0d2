/**
 * The language of slides: what a slide can be, as types. Data only; no DOM, no Node, no HTML.
 * `layout` discriminates the union, so that a wrong layout, a missing language or a misspelt field does not
 * compile. What types can't say is checked by `render/check-deck.ts`.
 */

export const LANGUAGES = ['lt', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The same thing in every language of the deck. */
export type Localized<T = string> = Readonly<Record<Language, T>>

/**
 * Running text in Markdown. `**strong**`, `*emphasis*`, links, and bracketed spans for what Markdown has no sign
 * for: `[climate neutrality]{.climate}` gives a colour role, `[twin transition]{lang=en}` names a language.
 */
export interface Markdown {
  readonly markdown: string
}

/** Tags a template as Markdown: md`Two **words**`. The lines' common indentation does not count. */
export function md(strings: TemplateStringsArray): Markdown {
  const lines = (strings[0] ?? '').split('\n').map((line) => line.trim())
  return { markdown: lines.join('\n').trim() }
}

/** What a colour stands for; a span in running text can carry it. */
export const ROLES = ['clusters', 'companies', 'climate', 'digital', 'fall', 'ride'] as const
export type Role = (typeof ROLES)[number]

/** A page that a slide's text rests on; its readable address is what the audience sees. */
export interface Source {
  readonly url: `https://${string}`
}

interface SlideBase {
  /** The slide's one heading; also its label, its bookmark and its name in the overview. */
  readonly title: Localized
  /** Planned time in minutes. */
  readonly minutes: number
  /** Cues for the speaker, one to three short lines. They never reach the public build. */
  readonly notes: Localized<Markdown>
}

/** The first and the last slide: the network at the edge, few words, large. */
export interface CoverSlide extends SlideBase {
  readonly layout: 'cover'
  /** Small spaced line above the title. */
  readonly eyebrow?: Localized
  readonly person: Person
}

export interface Person {
  readonly givenName: string
  readonly familyName: string
  /** Given on the last slide, where the audience is told how to write. */
  readonly contact?: {
    readonly role: Localized
    readonly email: string
    readonly linkedin: Source['url']
  }
}

/** One statement beside one picture; figures, when there are any, are the picture's legend. */
export interface StatementSlide extends SlideBase {
  readonly layout: 'statement'
  /** Second half of the title, in the quiet colour. */
  readonly subtitle?: Localized
  readonly figures?: readonly Figure[]
  readonly statement: Localized<Markdown>
  /** A name set in type, where the original shows a logo. It keeps its language. */
  readonly wordmark?: { readonly text: Markdown; readonly lang: Language }
  readonly picture: Picture
}

export interface Picture {
  /** `network`: 57 clusters and their 777 companies. `ring`: twelve hubs, one of them ours. */
  readonly kind: 'network' | 'ring'
  /** What the picture says, for those who don't see it; made of the slide's own words. */
  readonly alternative: Localized
}

/** A number that the picture draws dot by dot; each figure is a step. */
export interface Figure {
  readonly value: number
  readonly label: Localized
  readonly role: Extract<Role, 'clusters' | 'companies'>
}

/** Equal plates, one a member. */
export interface PlatesSlide extends SlideBase {
  readonly layout: 'plates'
  readonly members: readonly Member[]
}

/**
 * A member of the board. `id` names its logo, `assets/logos/<id>.svg`, which stands in for the typeset name when
 * the file exists. A name is the same in both languages; a Lithuanian description carries its English translation.
 */
export type Member =
  | { readonly id: string; readonly name: Markdown; readonly lang?: 'en'; readonly translation?: never }
  | { readonly id: string; readonly name: Markdown; readonly lang: 'lt'; readonly translation: string }

/** An argument: running text beside the one sentence to remember. */
export interface ArgumentSlide extends SlideBase {
  readonly layout: 'argument'
  readonly pull: Pull
  /** Paragraphs. */
  readonly text: Localized<readonly Markdown[]>
  /** Follows from the text, set off by a rule; a step. */
  readonly conclusion?: Localized<Markdown>
  readonly sources: readonly Source[]
}

export type Pull =
  /** Opens the argument, before the text. */
  | { readonly place: 'before'; readonly sentence: Localized<Markdown> }
  /** Crowns it, after the text; a step. */
  | { readonly place: 'after'; readonly lead: Localized<Markdown>; readonly quotation: Localized }

/** Two halves of one thing, drawn as an endless loop of all the clusters; the loop is a step. */
export interface LoopSlide extends SlideBase {
  readonly layout: 'loop'
  readonly halves: readonly [
    { readonly label: Localized; readonly role: 'climate' },
    { readonly label: Localized; readonly role: 'digital' },
  ]
  readonly whole: Localized<Markdown>
  /** What the picture says, for those who don't see it; made of the slide's own words. */
  readonly alternative: Localized
}

/** A story in acts along one ground line; each act is a step. */
export interface ActsSlide extends SlideBase {
  readonly layout: 'acts'
  readonly acts: readonly Act[]
}

export interface Act {
  readonly scene: 'ride' | 'fence' | 'two-ways'
  readonly text: Localized<Markdown>
}

export type Slide = CoverSlide | StatementSlide | PlatesSlide | ArgumentSlide | LoopSlide | ActsSlide
export type Layout = Slide['layout']

/** One slide, checked as it is written; a slide module's default export. */
export function defineSlide(slide: Slide): Slide {
  return slide
}

export interface Deck {
  /** The brand, as text. */
  readonly brand: string
  readonly association: Localized
  readonly title: Localized
  readonly description: Localized
  /** The PDF's file name without its ending. */
  readonly fileName: Localized
  readonly author: string
  /** Planned time in minutes, the sum of the slides'. */
  readonly minutes: number
  /** The running order. A key is the slide's id: its file's name, the address' fragment, the PDF's destination. */
  readonly slides: Readonly<Record<string, Slide>>
}

export function defineDeck(deck: Deck): Deck {
  return deck
}
