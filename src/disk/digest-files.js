import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * A digest of the files' names and bytes; `sources` are files and folders, relative to `root`. It ignores
 * times: a checkout changes them, a copy keeps them. Plain JavaScript, as scripts/run.js needs it before
 * anything is compiled. Throws when a source is missing. @param {string} root @param {readonly string[]}
 * sources @param {(file: string) => boolean} isWanted which of the files in the folders
 */
export function digestFiles(root, sources, isWanted = () => true) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => listFiles(root, source)).filter(isWanted)) {
    const bytes = readFileSync(path.join(root, file))
    hash.update(`\n${file} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * Lists files in the same order on every machine, without those that systems leave behind (`.DS_Store`).
 * @param {string} root
 * @param {string} source
 */
function listFiles(root, source) {
  if (statSync(path.join(root, source)).isFile()) return [source]
  return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}
