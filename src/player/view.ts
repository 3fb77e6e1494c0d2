import type { Place } from '../talk/place.ts'

/** What keys do, by `KeyboardEvent.key`; letters are small. */
export type Keys = Readonly<Record<string, () => void>>

/** One way of seeing the deck. Opening it takes the place over; closing it leaves the document as it was found. */
export interface View {
  place(): Place
  go(place: Place): void
  /** The keys that are this view's now; all others are the page's or the browser's. */
  keys(): Keys
  /** Whether the screen is black: then no key but the view's own does anything. */
  isPaused(): boolean
  /** Makes the screen black or gives it back; nothing while reading. */
  setPaused(paused: boolean): void
  /** All slides at once, to choose from; nothing where they are all there anyway. */
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
