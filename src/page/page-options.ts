import type { Deck } from '../deck/deck.ts'
import type { Language, Localized } from '../deck/language.ts'
import type { Html } from '../markup/html.ts'

export interface PageOptions {
  readonly deck: Deck
  readonly language: Language
  readonly logos: ReadonlyMap<string, string>
  /** Styles, fonts and scripts, as the site wants them in the head. */
  readonly head: Html
  /** What the first view can do without, and the rest should not wait for: it stands behind the first slide. */
  readonly afterFirstSlide?: Html
  /**
   * Where the site is published, with a closing slash; without it the canonical links are relative, and there is no
   * picture to share it with.
   */
  readonly siteUrl?: string
  /** The talk as a file to take along, where the site has it. */
  readonly download?: Download
  /** The worker's script, from the site's root: the site keeps itself for when there is no network. */
  readonly worker?: string
  /** For pages that stand alone as files, with nothing beside them but each other: their names. */
  readonly files?: Localized
  /** Only on the stage: the room whose position the page follows. */
  readonly live?: LivePage
}

export interface LivePage {
  readonly room: string
  /** The hall's screen; without it, a follower's page. */
  readonly hall?: boolean
}

export interface Download {
  /** From the page. */
  readonly href: string
  readonly bytes: number
}
