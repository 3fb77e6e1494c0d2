import {
  isFault,
  isObject,
  type Outline,
  type Position,
  parsePosition,
  type Write,
} from '../../live/protocol/position.ts'

/** What became of a write. */
export type WriteAnswer =
  | { readonly kind: 'accepted' | 'newer'; readonly position: Position }
  /** The key is not this room's. */
  | { readonly kind: 'refused' }
  /** No network, no server, or one that cannot take it now. */
  | { readonly kind: 'failed' }

export interface WriteOptions {
  /** The room's address. */
  readonly address: string
  readonly secret: string
  readonly outline: Outline
}

/** How long a write may take, in milliseconds; then it counts as lost and the newest one is tried. */
const PATIENCE = 4000

/** Writes to the room. Never rejects: a lost connection is an answer too. */
export async function postWrite(
  write: Write,
  { address, secret, outline }: WriteOptions,
): Promise<WriteAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(write),
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (response.status === 401) return { kind: 'refused' }
    if (!response.ok && response.status !== 409) return { kind: 'failed' }
    const answer: unknown = await response.json()
    const position = parsePosition(isObject(answer) ? answer['position'] : undefined, outline)
    if (isFault(position)) return { kind: 'failed' }
    return { kind: response.ok ? 'accepted' : 'newer', position }
  } catch {
    // What fetch and an answer that is no JSON throw: there is no connection, or no room behind it.
    return { kind: 'failed' }
  }
}
