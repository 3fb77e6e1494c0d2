import type { LiveState } from '../../live/browser/client.ts'
import { shareStream } from '../../live/browser/share-stream.ts'
import { isObject, type Position } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import { askStage } from './ask-stage.ts'
import { findOutput, write } from './output.ts'
import type { WriteFault } from './post-write.ts'
import type { ConsolePage } from './read-page.ts'

/** The console's connection to the room. Without a key it only listens. */
export interface Connection {
  /** Shows that the stage is being asked for the key. */
  open(): void
  /** Joins with a key, which replaces the last one. */
  join(key: string): void
  /** Shows that the stage has refused the code, or the room the key. */
  refuse(): void
  /** Shows why the stage does not take this console's moves; undefined: it does. */
  showUnsent(fault: WriteFault | undefined): void
}

/** How often to ask for the number of followers, in milliseconds. */
const COUNT = 5000
/** The stream of this browser's windows, which must not count as a follower. */
const OWN = 1

export interface ConnectionOptions {
  /** Called with every position; `joined`: it is the first on a new connection. */
  readonly onPosition: (position: Position, joined: boolean) => void
  readonly onRefused: () => void
}

/** Connects the console to its room, and shows the state of the connection. */
export function createConnection(
  { address, outline }: ConsolePage,
  { onPosition, onRefused }: ConnectionOptions,
): Connection {
  const output = find('[data-connection]', HTMLElement)
  const key = find('[data-act="key"]', HTMLButtonElement)
  const followers = findOutput('followers')
  const unsent = find('[data-warning="unsent"]', HTMLElement)
  let state: LiveState = 'connecting'
  let secret: string | undefined
  /** What is shown without a key. */
  let without: 'locked' | 'connecting' | 'refused' = 'locked'

  const show = () => {
    const withKey = state === 'live' && !unsent.hidden ? 'unsent' : state
    output.dataset['connection'] = secret === undefined ? without : withKey
    key.hidden = secret !== undefined || without === 'connecting'
    if (secret === undefined || state !== 'live') write(followers, '–')
  }
  const refuse = () => {
    secret = undefined
    without = 'refused'
    // From now on nothing is sent.
    unsent.hidden = true
    show()
    onRefused()
  }
  const count = async () => {
    if (secret === undefined || state !== 'live' || document.visibilityState !== 'visible') return
    const asked = secret
    const counted = await countFollowers(address, asked)
    if (asked !== secret) return
    if (counted === 'refused') refuse()
    else if (state === 'live')
      write(followers, counted === undefined ? '–' : String(Math.max(0, counted - OWN)))
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
    open() {
      without = 'connecting'
      show()
    },
    showUnsent(fault) {
      unsent.hidden = fault === undefined
      if (fault !== undefined) unsent.dataset['unsent'] = fault
      show()
    },
    join(taken) {
      secret = taken
      show()
      void count()
    },
  }
}

/** The number of followers, told only for the secret; undefined when the room cannot be reached. */
async function countFollowers(address: string, secret: string): Promise<number | 'refused' | undefined> {
  const answer = await askStage(`${address}/followers`, secret)
  if (answer === 'refused') return answer
  // No message here: the state of the connection already shows it.
  const body = typeof answer === 'string' ? undefined : answer.body
  const count = isObject(body) ? body['followers'] : undefined
  return typeof count === 'number' ? count : undefined
}
