import { type LiveState, listen } from '../../live/browser/client.ts'
import { isObject } from '../../live/protocol/position.ts'
import { find } from '../../talk/find-element.ts'
import type { Driver } from './driver.ts'
import { findOutput, write } from './output.ts'
import { postWrite } from './post-write.ts'
import type { ConsolePage } from './read-page.ts'

/** `alone`: without a secret, the windows of this browser only. `refused`: the room knows another secret. */
export type ConnectionState = LiveState | 'alone' | 'refused'

/** The console's connection to the room. */
export interface Connection {
  /** Joins with a secret, in place of the one before. */
  join(secret: string): void
  /** The room did not take the secret: goes on alone. */
  refuse(): void
}

/** How often the followers are counted, in milliseconds. */
const COUNT = 5000
/** The console's own stream, which is no follower's. */
const OWN = 1

export interface ConnectionOptions {
  /** The driver, once there is one. */
  readonly driver: () => Driver
  readonly onRefused: () => void
}

/** Shows the state of the connection. A console without a secret hears the windows of its browser alone. */
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
  try {
    const headers = { Accept: 'application/json', Authorization: `Bearer ${secret}` }
    const response = await fetch(`${address}/followers`, { headers, cache: 'no-store' })
    if (response.status === 401) return 'refused'
    const answer: unknown = response.ok ? await response.json() : undefined
    const count = isObject(answer) ? answer['followers'] : undefined
    return typeof count === 'number' ? count : undefined
  } catch {
    // The connection is going; its state says so.
    return undefined
  }
}
