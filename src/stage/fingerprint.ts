import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** All that a build is made of, from the project's root. */
const SOURCES = ['slides', 'src', 'assets', 'package-lock.json', 'vite.config.ts']

/**
 * A digest of all that the stage's build is made of: the bytes of its sources (times change with every checkout)
 * and the options that go into the pages. Throws when a source is missing.
 */
export function takeFingerprint(
  root: string,
  options: { readonly room: string; readonly talk: string },
): string {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for (const file of SOURCES.flatMap((source) => listFiles(root, source))) {
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
