import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What to do about the failures that are not the program's fault, by Node's error code. */
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

/**
 * Writes a file whole or not at all: under another name first, on the disk, then renamed; its folder is made if it
 * is missing. It is synchronous, so that no signal is handled between the two and leaves half a file behind.
 * Throws one plain line: what was not written, why, and what to do.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const folder = path.dirname(file)
  const unfinished = path.join(folder, `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    mkdirSync(folder, { recursive: true })
    writeAndRename({ bytes, unfinished, file })
  } catch (error) {
    throw new Error(`${file} was not written: ${explain(error)}`, { cause: error })
  }
}

function writeAndRename(names: { bytes: Uint8Array; unfinished: string; file: string }): void {
  const handle = openSync(names.unfinished, 'wx')
  try {
    try {
      writeFileSync(handle, names.bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(names.unfinished, names.file)
  } catch (error) {
    rmSync(names.unfinished, { force: true })
    throw error
  }
}

function explain(error: unknown): string {
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  const remedy = code === undefined ? undefined : REMEDIES[code]
  return remedy === undefined ? message : `${remedy} (${code})`
}
