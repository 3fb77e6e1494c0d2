import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder: the next one above with a package.json, as what is compiled lies deeper than its source. */
export const ROOT = findRoot(path.dirname(fileURLToPath(import.meta.url)))

function findRoot(folder: string): string {
  const above = path.dirname(folder)
  return above === folder || existsSync(path.join(folder, 'package.json')) ? folder : findRoot(above)
}
