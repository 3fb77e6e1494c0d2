import type { KvEntry } from '@nats-io/kv'
import { type Position, parseJson } from '../live/protocol/position.ts'

/**
 * Parses an entry's position; undefined when the entry is missing, deleted or invalid. The hub checks whether
 * the talk has that slide, as a bucket may outlive an edition of the talk.
 */
export function readEntry(entry: KvEntry | null): Position | undefined {
  if (entry === null || entry.operation !== 'PUT') return undefined
  const value = parseJson(entry.string())
  return isPosition(value) ? value : undefined
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null) return false
  const { run, seq, slide, step, blank, sentAt } = value as Partial<Record<keyof Position, unknown>>
  return (
    [run, seq, step, sentAt].every(Number.isSafeInteger) &&
    typeof slide === 'string' &&
    typeof blank === 'boolean'
  )
}
