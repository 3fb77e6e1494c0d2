import {
  isFault,
  type Outline,
  type Position,
  parsePosition,
  readFields,
  type Write,
} from '../../live/protocol/position.ts'
import { askStage, REFUSED } from './ask-stage.ts'

/** The outcome of a write. */
export type WriteAnswer =
  | { readonly kind: 'accepted' | 'newer'; readonly position: Position }
  /** The key is not this room's. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly fault: WriteFault }

/**
 * Why the stage has not taken a write. `blocked`: something between refuses it or changes it, or another program
 * answers. `busy`: the stage cannot take it now.
 */
export type WriteFault = 'slow' | 'unreachable' | 'blocked' | 'busy'

export interface WriteOptions {
  /** The room's address. */
  readonly address: string
  readonly key: string
  readonly outline: Outline
}

/** Writes to the room. Never rejects. */
export async function postWrite(write: Write, { address, key, outline }: WriteOptions): Promise<WriteAnswer> {
  const { status, body } = await askStage(address, key, write)
  if (status === REFUSED) return { kind: 'refused' }
  if (typeof status === 'string') return { kind: 'failed', fault: status }
  if (status !== 200 && status !== 409) {
    return { kind: 'failed', fault: status === 429 || status >= 500 ? 'busy' : 'blocked' }
  }
  const position = parsePosition(readFields(body)['position'], outline)
  if (isFault(position)) return { kind: 'failed', fault: 'blocked' }
  return { kind: status === 200 ? 'accepted' : 'newer', position }
}
