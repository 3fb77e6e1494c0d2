import type { LiveOptions } from '../live/server/server.ts'

/** What a live channel builds on: the store of its positions, and receivers of its events and errors. */
export interface Backing extends Pick<LiveOptions, 'store' | 'observer' | 'report'> {
  close(): Promise<void>
}

/** `followers` returns their current number. Rejects with one line that says what to do. */
export type OpenBacking = (followers: () => number) => Promise<Backing>
