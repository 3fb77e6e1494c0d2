import type { LiveOptions } from '../live/server/server.ts'

/** What stands behind a live channel: where its positions are, who is told what happens and what fails. */
export interface Backing extends Pick<LiveOptions, 'store' | 'observer' | 'report'> {
  close(): Promise<void>
}

/** `followers`: how many there are when it is asked. Throws one line that says what to do when it cannot be opened. */
export type OpenBacking = (followers: () => number) => Promise<Backing>
