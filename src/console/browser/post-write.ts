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
  /** The secret is not this room's. */
  | { readonly kind: 'refused' }
  /** No network, no server, or a server that cannot accept writes now. */
  | { readonly kind: 'failed' }

export interface WriteOptions {
  /** The room's address. */
  readonly address: string
  readonly secret: string
  readonly outline: Outline
}

/** Writes to the room. Never rejects. */
export async function postWrite(
  write: Write,
  { address, secret, outline }: WriteOptions,
): Promise<WriteAnswer> {
  const answer = await askStage(address, secret, write)
  if (answer === 'refused' || answer === 'failed') return { kind: answer }
  const { status, body } = answer
  const kind = status === 200 ? 'accepted' : 'newer'
  if (kind === 'newer' && status !== 409) return { kind: 'failed' }
  const position = parsePosition(isObject(body) ? body['position'] : undefined, outline)
  return isFault(position) ? { kind: 'failed' } : { kind, position }
}
