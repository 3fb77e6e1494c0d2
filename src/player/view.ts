import type { Place } from './place.ts'

/** One way of seeing the deck. Opening it takes the place over; closing it leaves the document as it was found. */
export interface View {
  place(): Place
  go(place: Place): void
  close(): void
}

export type ViewName = 'reading' | 'presenting'

export interface ViewOptions {
  readonly place: Place
  /** Called whenever the place changes, whoever changed it. */
  readonly onMove: (place: Place) => void
}
