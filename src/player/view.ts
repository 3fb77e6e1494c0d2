import type { DeckKey } from '../page/keys.ts'
import type { Keys } from '../talk/keys.ts'
import type { Place } from '../talk/place.ts'

/** The keys on the help sheet that act in both views. */
export type CommonKey = Extract<DeckKey, '?' | 'F1' | 'f' | 'g' | 'l' | 'r'>
/** Those that act while presenting alone. */
export type ViewKey = Exclude<DeckKey, CommonKey>

/** A view of the deck. Closing it restores the document. */
export interface View {
  place(): Place
  go(place: Place): void
  /** The keys that act in this view now; the page or the browser handles all others. */
  keys(): Keys
  /** Whether the screen is black: then only the view's own keys act. */
  isBlack(): boolean
  /** Turns the black screen on or off; does nothing while reading. */
  setBlack(black: boolean): void
  /** Opens or closes the overview of all slides; does nothing while reading. */
  toggleOverview(): void
  leaveOverview(): void
  close(): void
}

export type ViewName = 'reading' | 'presenting'

export interface ViewOptions {
  readonly place: Place
  /** Called whenever the place changes: by a key, a swipe, scrolling or `go`. */
  readonly onMove: (place: Place) => void
}

/** Defaults for a view without its own keys, black screen and overview. */
export const VIEW_DEFAULTS: Omit<View, 'place' | 'go' | 'close'> = {
  keys: () => ({}),
  isBlack: () => false,
  setBlack() {},
  toggleOverview() {},
  leaveOverview() {},
}
