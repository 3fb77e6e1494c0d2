import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MemoryFile } from './memory-file.ts'

/** Replaces the whole folder; writes the last file in the list last. */
export async function writeFolder(folder: string, files: readonly MemoryFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const place = ({ name }: MemoryFile) => path.join(folder, name)
  const write = (file: MemoryFile) => writeFile(place(file), file.bytes)
  for (const inner of new Set(files.map((file) => path.dirname(place(file)))))
    await mkdir(inner, { recursive: true })
  await Promise.all(files.slice(0, -1).map(write))
  for (const last of files.slice(-1)) await write(last)
}
