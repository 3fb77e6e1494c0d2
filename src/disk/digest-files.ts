import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * A digest of the names and bytes of files, given as files and folders from `root`. Times count for nothing: a checkout
 * changes them, a copy keeps them. Throws when one is missing.
 */
export function digestFiles(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => listFiles(root, source))) {
    const bytes = readFileSync(path.join(root, file))
    hash.update(`\n${file} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** In one order on every machine; what editors and systems leave behind (`.DS_Store`) is no source. */
function listFiles(root: string, source: string): string[] {
  if (statSync(path.join(root, source)).isFile()) return [source]
  return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted()
}
