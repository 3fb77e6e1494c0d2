import { isObject } from '../../live/protocol/position.ts'
import { NOTES_FILE } from '../page/addresses.ts'
import { askStage, REFUSED } from './ask-stage.ts'

/** Each slide's lines as HTML, by its id. */
export type Notes = Readonly<Record<string, readonly string[]>>

/** Fetches the notes; the stage sends them only for the key. Never rejects. */
export async function fetchNotes(key: string): Promise<Notes | 'refused' | 'failed'> {
  const { status, body } = await askStage(NOTES_FILE, key)
  if (status === REFUSED) return 'refused'
  return (status === 200 ? parseNotes(body) : undefined) ?? 'failed'
}

/** Undefined when the value is not valid. */
function parseNotes(value: unknown): Notes | undefined {
  if (!isObject(value)) return undefined
  const slides: Record<string, readonly string[]> = {}
  for (const [id, lines] of Object.entries(value)) {
    if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) return undefined
    slides[id] = lines
  }
  return slides
}
