import { lookup } from 'mrmime'

/** A file that is not written yet, or not any more. */
export interface MemoryFile {
  /** From the root of what it belongs to, with forward slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

export function textFile(name: string, text: string): MemoryFile {
  return { name, bytes: Buffer.from(text) }
}

/** What a server says a file is, by the file's name. Throws when it has no known ending. */
export function contentTypeOf(name: string): string {
  const type = lookup(name)
  if (type === undefined) throw new Error(`${name}: no content type is known for such a file`)
  return /^text\/(html|css|javascript|plain)$/.test(type) ? `${type}; charset=utf-8` : type
}
