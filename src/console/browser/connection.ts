import { type LiveState, listen } from '../../live/browser/client.ts'
import { isObject } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import { askStage } from './ask-stage.ts'
import type { Driver } from './driver.ts'
import { findOutput, write } from './output.ts'
import { postWrite } from './post-write.ts'
import type { ConsolePage } from './read-page.ts'

/** `alone`: without a secret, with the windows of this browser only. `refused`: the room has another secret. */
export type ConnectionState = LiveState | 'alone' | 'refused'

/** The console's connection to the room. */
export interface Connection {
  /** Joins with a secret, in place of the one before. */
  join(secret: string): void
  /** Goes on alone, as the room has refused the secret. */
  refuse(): void
}

/** How often the followers are counted, in milliseconds. */
const COUNT = 5000
/** The console's own stream, which is no follower's. */
const OWN = 1

export interface ConnectionOptions {
  /** The driver, which is made after the connection. */
  readonly driver: () => Driver
  readonly onRefused: () => void
}

/** Connects the console to its room, and shows the state of the connection. */
export function createConnection(
  { address, outline }: ConsolePage,
  { driver, onRefused }: ConnectionOptions,
): Connection {
  const output = find('[data-connection]', HTMLElement)
  const key = find('[data-act="key"]', HTMLButtonElement)
  const followers = findOutput('followers')
  let leave = () => {}
  const show = (state: ConnectionState) => {
    output.dataset['connection'] = state
    key.hidden = state !== 'alone' && state !== 'refused'
    if (state !== 'live') write(followers, '–')
  }
  const refuse = () => {
    leave()
    driver().connect(undefined)
    show('refused')
    onRefused()
  }
  show('alone')

  return {
    refuse,
    join(secret) {
      leave()
      let left = false
      let live = false
      const count = async () => {
        if (!live || document.visibilityState !== 'visible') return
        const counted = await countFollowers(address, secret)
        if (left) return
        if (counted === 'refused') refuse()
        else if (live) write(followers, counted === undefined ? '–' : String(Math.max(0, counted - OWN)))
      }
      const client = listen({
        address,
        outline,
        onPosition: (position, joined) => driver().hearRoom(position, joined),
        onState(state) {
          live = state === 'live'
          show(state)
          void count()
        },
      })
      const timer = setInterval(() => void count(), COUNT)
      leave = () => {
        left = true
        clearInterval(timer)
        client.close()
      }
      driver().connect((write) => postWrite(write, { address, secret, outline }))
    },
  }
}

/** How many follow; undefined when the room cannot say it now. Only who has the secret may know. */
async function countFollowers(address: string, secret: string): Promise<number | 'refused' | undefined> {
  const answer = await askStage(`${address}/followers`, secret)
  if (answer === 'refused') return answer
  // Without a connection its state says so.
  const body = answer === 'failed' ? undefined : answer.body
  const count = isObject(body) ? body['followers'] : undefined
  return typeof count === 'number' ? count : undefined
}
