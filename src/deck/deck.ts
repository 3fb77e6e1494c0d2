import type { Localized } from './language.ts'
import type { Markdown } from './markdown.ts'

/** What every slide has, whatever its layout. */
export interface SlideBase {
  /** A folder of `src/layouts/`. */
  readonly layout: string
  /** The slide's one heading; also its label, its bookmark and its name in the overview. */
  readonly title: Localized
  /** Planned time in minutes. */
  readonly minutes: number
  /** Cues for the speaker, one to three short lines. They never reach the public build. */
  readonly notes: Localized<Markdown>
}

/** A web page that supports a slide's text. The audience sees its address in readable form. */
export interface Source {
  readonly url: `https://${string}`
}

/** How to reach somebody. */
export interface Contact {
  readonly role: Localized
  readonly email: string
  readonly linkedin: Source['url']
}

/** How many clusters and companies there are. The network drawing shows each as a dot. */
export interface NetworkSize {
  readonly clusters: number
  readonly companies: number
}

export interface Deck<Slide extends SlideBase = SlideBase> {
  /** The brand, as text. */
  readonly brand: string
  readonly association: Localized
  readonly title: Localized
  readonly description: Localized
  /** The PDF's file name without its ending. */
  readonly fileName: Localized
  readonly author: string
  /** How to reach the author. The page also tells search engines. */
  readonly contact?: Contact
  /** Drawn on every slide that shows the network. */
  readonly network: NetworkSize
  /** Planned time in minutes, the sum of the slides'. */
  readonly minutes: number
  /**
   * The running order. A key is the slide's id: its file's name, the address' fragment, the PDF's
   * destination.
   */
  readonly slides: Readonly<Record<string, Slide>>
}

/** A talk that is loaded on demand. */
export interface TalkSource {
  /** From the project's root, with forward slashes: `slides/<talk>`. */
  readonly folder: string
  /** Throws a DeckFault that lists every fault. */
  load(): Promise<Talk>
}

/** A deck that was checked, with the files around it. */
export interface Talk {
  /** From the project's root, with forward slashes: `slides/<talk>`. */
  readonly folder: string
  readonly deck: Deck
  /** The members' logos, as addresses an image can show, by member id. */
  readonly logos: ReadonlyMap<string, string>
}
