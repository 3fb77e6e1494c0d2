import type { Localized } from './language.ts'
import type { Markdown } from './markdown.ts'
import type { SourcePicture } from './picture.ts'

/** What every slide has, whatever its layout. */
export interface SlideBase {
  /** A folder of `src/layouts/`. */
  readonly layout: string
  /** The slide's one heading; also its label, its bookmark and its name in the overview. */
  readonly title: Localized
  /** Planned time in minutes. A hidden slide's are not counted. */
  readonly minutes: number
  /** The speaker's notes, a cue a line: short ones are read at a glance. They never reach the public build. */
  readonly notes: Localized<Markdown>
  /**
   * Keeps the slide for questions: it is in no file and on no public page, and next and previous pass it by. The
   * speaker reaches it from the console, and then hall and followers show it.
   */
  readonly hidden?: boolean
}

/** A web page that supports a slide's text. The audience sees its address in readable form. */
export interface Source {
  /** The whole address. */
  readonly url: `https://${string}`
}

/** How to reach somebody. */
export interface Contact {
  /** What one writes to this person about. */
  readonly role: Localized
  /** Without `mailto:`. */
  readonly email: string
  /** The profile’s whole address. */
  readonly linkedin: Source['url']
}

/** How many clusters and companies there are. The network drawing shows each as a dot. */
export interface NetworkSize {
  /** 8 to 150, each a dot. */
  readonly clusters: number
  /** One for each cluster or more, 3000 at most; each a smaller dot. */
  readonly companies: number
}

/** When and where a talk is given. */
export interface TalkEvent {
  /** The day: `2027-03-15`. */
  readonly date: string
  /** When it begins, by the clock of the place: `14:00`. */
  readonly begin?: string
  /** When it ends, on the same day: `15:30`. */
  readonly end?: string
  /** Where, as one would tell somebody the way: the house, the street, the town. */
  readonly place: Localized
  /** Where to register. */
  readonly registration?: Source['url']
}

export interface Deck<Slide extends SlideBase = SlideBase> {
  /** The brand, as text. */
  readonly brand: string
  /** Whose talk it is, in full. */
  readonly association: Localized
  /** The talk’s name in every file, in the browser’s tab and where it is shared. */
  readonly title: Localized
  /** What the talk is about, in a sentence or two, for search engines and networks. */
  readonly description: Localized
  /** The PDF's file name without its ending. */
  readonly fileName: Localized
  /** Who speaks, in the properties of PDF and PowerPoint. */
  readonly author: string
  /** How to reach the author. The page also tells search engines. */
  readonly contact?: Contact
  /** Drawn on every slide that shows the network. */
  readonly network: NetworkSize
  /** Planned time in minutes, the sum of the slides'. */
  readonly minutes: number
  /** When and where the talk is given, if that is known: on its cover, in the handout, and for search engines. */
  readonly event?: TalkEvent
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
  load(): Promise<CheckedTalk>
}

/** A deck that was checked, with the files around it. */
export interface Talk {
  /** From the project's root, with forward slashes: `slides/<talk>`. */
  readonly folder: string
  readonly deck: Deck
  /** The members' logos, as addresses an image can show, by member id. */
  readonly logos: ReadonlyMap<string, string>
  /** The originals of the pictures that slides show, by the names of their files. */
  readonly pictures: ReadonlyMap<string, SourcePicture>
}

/** A talk, and what its checks found that is no fault. */
export interface CheckedTalk extends Talk {
  /** A line for each file and font with letters that the deck's own families lack. */
  readonly substituted: readonly string[]
}
