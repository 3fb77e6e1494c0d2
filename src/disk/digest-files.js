import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * A digest of the names and bytes of files, given as files and folders from `root`. Times count for nothing: a checkout
 * changes them, a copy keeps them. Plain JavaScript, as scripts/run.js needs it before anything is compiled. Throws
 * when one is missing.
 * @param {string} root
 * @param {readonly string[]} sources
 * @param {(file: string) => boolean} isWanted which of the files in the folders
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
 * In one order on every machine; what editors and systems leave behind (`.DS_Store`) is no source.
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
