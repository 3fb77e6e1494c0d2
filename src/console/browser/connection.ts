import { type LiveState, listen } from '../../live/browser/client.ts'
import { isObject } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import { askStage } from './ask-stage.ts'
import type { Driver } from './driver.ts'
import { findOutput, write } from './output.ts'
import { postWrite } from './post-write.ts'
import type { ConsolePage } from './read-page.ts'

/** `alone`: no secret, only this browser's windows are connected. `refused`: the room has another secret. */
export type ConnectionState = LiveState | 'alone' | 'refused'

/** The console's connection to the room. */
export interface Connection {
  /** Joins with a secret, which replaces the last one. */
  join(secret: string): void
  /** Disconnects because the room has refused the secret. */
  refuse(): void
}

/** How often to ask for the number of followers, in milliseconds. */
const COUNT = 5000
/** The console's own stream, which must not count as a follower. */
const OWN = 1

export interface ConnectionOptions {
  /** A function, as the driver is created after the connection. */
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

/** The number of followers, told only for the secret; undefined when the room cannot be reached. */
async function countFollowers(address: string, secret: string): Promise<number | 'refused' | undefined> {
  const answer = await askStage(`${address}/followers`, secret)
  if (answer === 'refused') return answer
  // No message here: the state of the connection already shows it.
  const body = answer === 'failed' ? undefined : answer.body
  const count = isObject(body) ? body['followers'] : undefined
  return typeof count === 'number' ? count : undefined
}
