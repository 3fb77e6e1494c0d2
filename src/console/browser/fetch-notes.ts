import { isObject } from '../../live/protocol/position.ts'

/** Each slide's lines as HTML, by its id. */
export type Notes = Readonly<Record<string, readonly string[]>>

/** Where the notes in the page's language are, from the console's own address. */
const ADDRESS = 'presenter/notes.json'
/** How long they may take, in milliseconds. */
const PATIENCE = 4000

/** Gets the notes, which the stage gives out only with the key. Never rejects: a lost connection is an answer too. */
export async function fetchNotes(secret: string): Promise<Notes | 'refused' | 'failed'> {
  try {
    const response = await fetch(ADDRESS, {
      headers: { Authorization: `Bearer ${secret}` },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (response.status === 401) return 'refused'
    return (response.ok ? parseNotes(await response.json()) : undefined) ?? 'failed'
  } catch {
    // What fetch and an answer that is no JSON throw: there is no connection, or no stage behind it.
    return 'failed'
  }
}

/** Undefined when it is anything else than notes. */
export function parseNotes(value: unknown): Notes | undefined {
  if (!isObject(value)) return undefined
  const slides: Record<string, readonly string[]> = {}
  for (const [id, lines] of Object.entries(value)) {
    if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) return undefined
    slides[id] = lines
  }
  return slides
}
