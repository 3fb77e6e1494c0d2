import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MemoryFile } from './memory-file.ts'

/** Replaces the whole folder; writes the last file in the list last. */
export async function writeFolder(folder: string, files: readonly MemoryFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const { name, bytes } of files) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
}
