import {
  isFault,
  isObject,
  type Outline,
  type Position,
  parsePosition,
  type Write,
} from '../../live/protocol/position.ts'
import { askStage } from './ask-stage.ts'

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
  const answer = await askStage(address, key, write)
  if (answer === 'refused') return { kind: answer }
  if (answer === 'slow') return { kind: 'failed', fault: 'slow' }
  if (answer === 'failed') return { kind: 'failed', fault: 'unreachable' }
  const { status, body } = answer
  const kind = status === 200 ? 'accepted' : 'newer'
  if (kind === 'newer' && status !== 409) {
    return { kind: 'failed', fault: status === 429 || status >= 500 ? 'busy' : 'blocked' }
  }
  const position = parsePosition(isObject(body) ? body['position'] : undefined, outline)
  return isFault(position) ? { kind: 'failed', fault: 'blocked' } : { kind, position }
}
