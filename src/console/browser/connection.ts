import type { LiveState } from '../../live/browser/client.ts'
import { shareStream } from '../../live/browser/share-stream.ts'
import type { Position } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import { askFollowers } from './ask-followers.ts'
import { findOutput, showState, write } from './output.ts'
import type { WriteFault } from './post-write.ts'
import type { ConsolePage } from './read-page.ts'

/** How often to ask for the number of followers, in milliseconds. */
const COUNT = 5000
/** The stream of this browser's windows, which must not count as a follower. */
const OWN = 1

interface ConnectionOptions {
  /** Called with every position; `joined`: it is the first on a new connection. */
  readonly onPosition: (position: Position, joined: boolean) => void
  readonly onRefused: () => void
}

/** Connects the console to its room, and shows the state of the connection. Without a key it only listens. */
export function createConnection(
  { address, outline }: ConsolePage,
  { onPosition, onRefused }: ConnectionOptions,
) {
  const output = find('[data-connection]', HTMLElement)
  const keyButton = find('[data-act="key"]', HTMLButtonElement)
  const followers = findOutput('followers')
  const unsent = find('[data-warning="unsent"]', HTMLElement)
  let state: LiveState = 'connecting'
  let key: string | undefined
  /** What is shown without a key. */
  let without: 'locked' | 'connecting' | 'refused' = 'locked'

  const show = () => {
    const withKey = state === 'live' && !unsent.hidden ? 'unsent' : state
    showState(output, 'connection', key === undefined ? without : withKey)
    keyButton.hidden = key !== undefined || without === 'connecting'
    if (key === undefined || state !== 'live') write(followers, '–')
  }
  /** Shows that the stage has refused the code, or the room the key. */
  const refuse = () => {
    key = undefined
    without = 'refused'
    // From now on nothing is sent.
    unsent.hidden = true
    show()
    onRefused()
  }
  const count = async () => {
    if (key === undefined || state !== 'live' || document.visibilityState !== 'visible') return
    const asked = key
    const counted = await askFollowers(address, asked)
    if (asked !== key) return
    if (counted === 'refused') refuse()
    else if (state === 'live')
      write(followers, counted === undefined ? '–' : String(Math.max(0, counted.followers - OWN)))
  }
  show()
  shareStream({
    address,
    outline,
    onPosition,
    onState(next) {
      state = next
      show()
      void count()
    },
  })
  setInterval(() => void count(), COUNT)

  return {
    refuse,
    /** Shows that the stage is being asked for the key. */
    open() {
      without = 'connecting'
      show()
    },
    /** Shows why the stage does not take this console's moves; undefined: it does. */
    showUnsent(fault: WriteFault | undefined) {
      unsent.hidden = fault === undefined
      if (fault !== undefined) showState(unsent, 'unsent', fault)
      show()
    },
    /** Joins with a key, which replaces the last one. */
    join(taken: string) {
      key = taken
      show()
      void count()
    },
  }
}
