import type { Keys } from '../talk/keys.ts'
import type { Place } from '../talk/place.ts'

/** One way of seeing the deck. Closing it leaves the document as it was before. */
export interface View {
  place(): Place
  go(place: Place): void
  /** The keys that this view answers now; all others are left to the page or the browser. */
  keys(): Keys
  /** Whether the screen is black: then only the view's own keys act. */
  isBlack(): boolean
  /** Makes the screen black or brings it back; nothing while reading. */
  setBlack(black: boolean): void
  /** Opens or closes the overview of all slides; nothing while reading. */
  toggleOverview(): void
  leaveOverview(): void
  close(): void
}

export type ViewName = 'reading' | 'presenting'

export interface ViewOptions {
  readonly place: Place
  /** Called whenever the place changes, by a key, a finger, a scroll or `go`. */
  readonly onMove: (place: Place) => void
}

/** What a view does that has no keys, black screen or overview of its own. */
export const PLAIN: Omit<View, 'place' | 'go' | 'close'> = {
  keys: () => ({}),
  isBlack: () => false,
  setBlack() {},
  toggleOverview() {},
  leaveOverview() {},
}
