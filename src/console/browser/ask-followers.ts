import { readFields } from '../../live/protocol/position.ts'
import { askStage, REFUSED } from './ask-stage.ts'

/** What the room tells whoever has a key. */
export interface Followers {
  readonly followers: number
  /** The URLs at which phones may reach the stage, the likeliest first. */
  readonly addresses: readonly string[]
  /** How many consoles have been opened since the stage was started. */
  readonly consoles: number
}

/**
 * Asks the room at `address` who follows it. `refused`: it has another key. Undefined when it does not answer, which
 * the state of the connection shows already.
 */
export async function askFollowers(address: string, key: string): Promise<Followers | 'refused' | undefined> {
  const { status, body } = await askStage(`${address}/followers`, key)
  if (status === REFUSED) return 'refused'
  const { followers, addresses, consoles } = readFields(body)
  if (typeof followers !== 'number' || typeof consoles !== 'number' || !Array.isArray(addresses))
    return undefined
  return { followers, consoles, addresses: addresses.filter((one) => typeof one === 'string') }
}
