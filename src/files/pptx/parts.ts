import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** A zip entry's time is local without a zone, so use the earliest possible one everywhere. */
const EARLIEST_TIME = new Date(1980, 0, 1)

/** A package's parts by name; XML parts as text. The same talk always gives the same order. */
export type Parts = Map<string, string | Uint8Array>

export function unpackParts(bytes: Uint8Array): Parts {
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))
  return new Map(entries.map(([name, part]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(part) : part]))
}

/** Packs the parts without times, so that the same parts give the same bytes. */
export function packParts(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const [name, part] of parts) {
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { mtime: EARLIEST_TIME, level: 9 }]
  }
  return zipSync(files)
}

/** An XML part. Throws when no part has that name. */
export function readPart(parts: Parts, name: string): string {
  const part = parts.get(name)
  if (typeof part !== 'string') throw new Error(`PptxGenJS wrote no ${name}`)
  return part
}

/** What to replace, and by what. */
type Edit = readonly [pattern: RegExp, by: (match: string, ...groups: string[]) => string]

/** Makes edits in an XML part, in their order. Throws when the library has not written what one replaces. */
export function editPart(parts: Parts, name: string, ...edits: readonly Edit[]): void {
  parts.set(name, replaceFound(readPart(parts, name), ...edits))
}

/** The same in a text. */
export function replaceFound(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((edited, [pattern, by]) => {
    if (edited.search(pattern) < 0) throw new Error(`PptxGenJS wrote nothing like ${pattern}`)
    return edited.replace(pattern, by)
  }, text)
}
