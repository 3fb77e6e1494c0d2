import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../root.ts'
import { digest } from './digest.ts'

const FOLDER = path.join(ROOT, '.cache', 'kept')
const MONTH = 30 * 24 * 60 * 60 * 1000

/** Reads what depends only on `from` from `.cache/kept`, or makes and stores it. */
export async function getOrCreate(
  from: unknown,
  make: () => Promise<Uint8Array>,
  folder = FOLDER,
): Promise<Uint8Array> {
  const file = path.join(folder, digest(JSON.stringify(from)))
  try {
    return await readFile(file)
  } catch {
    // Not in the cache: made below.
  }
  const bytes = await make()
  try {
    await store(file, bytes)
  } catch {
    // The disk is full or read-only: the next run makes it again.
  }
  return bytes
}

/** Writes by renaming, as other processes use the cache too. Deletes files older than a month. */
async function store(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  await writeFile(unfinished, bytes)
  await rename(unfinished, file)
  for (const name of await readdir(folder)) {
    const old = path.join(folder, name)
    if (Date.now() - (await stat(old)).mtimeMs > MONTH) await rm(old, { force: true })
  }
}
