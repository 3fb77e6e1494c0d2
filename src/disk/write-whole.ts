import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { MemoryFile } from './memory-file.ts'

/** What the user can do about a failed write, by Node's error code. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there; change the permissions or choose another folder',
  EPERM: 'you may not write there, or the file is open in another program; close it or choose another folder',
  EBUSY: 'the file is open in another program; close it',
  EROFS: 'the disk is read-only; choose another folder',
  ENOSPC: 'the disk is full; free some space or choose another folder',
  EDQUOT: 'your disk quota is used up; free some space or choose another folder',
  EEXIST: 'there is a file where the folder should be; remove it or choose another folder',
  ENOTDIR: 'there is a file where a folder should be; remove it or choose another folder',
  EISDIR: 'there is a folder of that name; remove it or choose another folder',
}

/** Writes one file completely or not at all, as `writeTogether` does. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  writeTogether(path.dirname(file), [{ name: path.basename(file), bytes }])
}

/**
 * Writes all of the files completely, or none: first under temporary names, flushed to the disk, then
 * renamed. Creates missing folders. It is synchronous, so that no signal handler can run in between and leave
 * a partial file. Throws one line: what was not written, why, and what to do.
 */
export function writeTogether(folder: string, files: readonly MemoryFile[]): void {
  const unfinished: { from: string; to: string }[] = []
  let current = folder
  try {
    for (const { name, bytes } of files) {
      current = path.join(folder, name)
      mkdirSync(path.dirname(current), { recursive: true })
      const from = path.join(path.dirname(current), `.${path.basename(current)}.${process.pid}.tmp`)
      unfinished.push({ from, to: current })
      writeFileSync(from, bytes, { flag: 'wx', flush: true })
    }
    for (const { from, to } of unfinished) {
      current = to
      renameSync(from, to)
    }
  } catch (error) {
    for (const { from } of unfinished) rmSync(from, { force: true })
    throw new Error(`${current} was not written: ${explain(error)}`, { cause: error })
  }
}

function explain(error: unknown): string {
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  const remedy = code === undefined ? undefined : REMEDIES[code]
  return remedy === undefined ? message : `${remedy} (${code})`
}
