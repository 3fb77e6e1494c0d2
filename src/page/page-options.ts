import type { Deck } from '../deck/deck.ts'
import type { Language, Localized } from '../deck/language.ts'
import type { Pictures } from '../deck/picture.ts'
import type { Html } from '../markup/html.ts'

export interface PageOptions {
  readonly deck: Deck
  readonly language: Language
  readonly logos: ReadonlyMap<string, string>
  readonly pictures?: Pictures | undefined
  /** The slides, if they have been rendered already. */
  readonly slides?: readonly Html[]
  /** Styles, fonts and scripts for the head. */
  readonly head: Html
  /** Markup that the first view does not need but that should load early. It follows the first slide. */
  readonly afterFirstSlide?: Html
  /** Where the site is published, with a closing slash; without it there is no share picture. */
  readonly siteUrl?: string | undefined
  /** The page that lists the site's talks, relative to the page, if the site has others. */
  readonly talks?: TalksLink | undefined
  /** The talk as a file to download, if the site has one. */
  readonly download?: Download | undefined
  /** The service worker's script, from the site's root. With it the site works offline. */
  readonly worker?: string | undefined
  /** File names by language, for pages that are sent without a site around them. */
  readonly files?: Localized
  /** Only on the stage: the room that the page follows. */
  readonly live?: LivePage | undefined
}

export interface LivePage {
  readonly room: string
  /** Whether this is the hall's screen; otherwise it is a follower's page. */
  readonly hall?: boolean
}

export interface TalksLink {
  readonly href: string
  /** Where the slides of the other talks are, relative to the page; only the root's page needs it. */
  readonly moved?: string | undefined
}

export interface Download {
  /** Relative to the page. */
  readonly href: string
  readonly bytes: number
}
