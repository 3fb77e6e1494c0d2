import type { Keys } from '../talk/keys.ts'
import type { Place } from '../talk/place.ts'

/** One way of seeing the deck. Opening it takes the place over; closing it leaves the document as it was found. */
export interface View {
  place(): Place
  go(place: Place): void
  /** The keys that are this view's now; all others are the page's or the browser's. */
  keys(): Keys
  /** Whether the screen is black: then no key but the view's own does anything. */
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
  /** Called whenever the place changes, whoever changed it. */
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
