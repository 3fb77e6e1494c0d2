import { lookup } from 'mrmime'

/** A file in memory: one to be written, or one that was read. */
export interface MemoryFile {
  /** The path from the root of its folder or site, with forward slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

export function textFile(name: string, text: string): MemoryFile {
  return { name, bytes: Buffer.from(text) }
}

/** The `Content-Type` for a file's name. Throws when the ending is unknown. */
export function contentTypeOf(name: string): string {
  const type = lookup(name)
  if (type === undefined) throw new Error(`${name}: no content type is known for such a file`)
  return /^text\/(html|css|javascript|plain)$/.test(type) ? `${type}; charset=utf-8` : type
}
