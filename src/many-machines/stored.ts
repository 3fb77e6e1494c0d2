import type { KvEntry } from '@nats-io/kv'
import { type Position, parseJson } from '../live/protocol/position.ts'

/**
 * The position an entry stands for; undefined when it is none, was deleted, or what was put there is no position.
 * Whether the talk has such a slide is the hub's to know: a bucket may outlive an edition of the talk.
 */
export function readEntry(entry: KvEntry | null): Position | undefined {
  if (entry === null || entry.operation !== 'PUT') return undefined
  const value = parseJson(entry.string())
  return isPosition(value) ? value : undefined
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null) return false
  const { seq, slide, step, blank, sentAt } = value as Partial<Record<keyof Position, unknown>>
  return (
    [seq, step, sentAt].every(Number.isSafeInteger) && typeof slide === 'string' && typeof blank === 'boolean'
  )
}
