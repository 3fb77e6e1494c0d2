import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MemoryFile } from './memory-file.ts'

/** All files of a folder, dotfiles too. */
export async function readFolder(folder: string): Promise<(MemoryFile & { readonly bytes: Buffer })[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  return Promise.all(
    files.map(async (file) => ({
      name: path.relative(folder, file).replaceAll(path.sep, '/'),
      bytes: await readFile(file),
    })),
  )
}
