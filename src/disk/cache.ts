import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../root.ts'

const FOLDER = path.join(ROOT, '.cache', 'kept')
const MONTH = 30 * 24 * 60 * 60 * 1000

/**
 * What takes long to make and comes out the same from the same: read from `.cache/kept` if it was made before.
 * `from` is all that it depends on.
 */
export async function takeOrMake(
  from: unknown,
  make: () => Promise<Uint8Array>,
  folder = FOLDER,
): Promise<Uint8Array> {
  const file = path.join(folder, createHash('sha256').update(JSON.stringify(from)).digest('hex'))
  try {
    return await readFile(file)
  } catch {
    // It is made below.
  }
  const bytes = await make()
  try {
    await store(file, bytes)
  } catch {
    // A full or read-only disk: it is made again the next time.
  }
  return bytes
}

/** Whole or not at all; others may read and write it at the same time. Forgets what nobody made anew for a month. */
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
