import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SourcePicture, UnknownPicture } from '../../deck/picture.ts'
import { getOrCreate } from '../../disk/cache.ts'
import { digestAside } from '../../disk/digest.ts'
import { ROOT } from '../../root.ts'
import { describePicture, ENCODERS } from './encode.ts'
import { mapInTurns } from './map-in-turns.ts'

/** The names of the files in a talk's folder `pictures/`, which may not exist. */
export async function listPictureFiles(folder: string): Promise<string[]> {
  const place = path.join(ROOT, folder, 'pictures')
  return existsSync(place) ? await readdir(place) : []
}

/**
 * What the named files in a talk's folder `pictures/` are. A file that does not exist, with exactly this name
 * on every machine, is left out.
 */
export async function readPictures(
  folder: string,
  names: Iterable<string>,
): Promise<Map<string, SourcePicture | UnknownPicture>> {
  const existing = await listPictureFiles(folder)
  const wanted = [...new Set(names)].filter((name) => existing.includes(name))
  return new Map(
    await mapInTurns(
      wanted,
      async (name) => [name, await readFacts(path.join(ROOT, folder, 'pictures', name))] as const,
    ),
  )
}

async function readFacts(file: string): Promise<SourcePicture | UnknownPicture> {
  const bytes = await readFile(file)
  const digested = await digestAside(bytes)
  const kept = await getOrCreate([ENCODERS, 'facts', digested], async () =>
    Buffer.from(JSON.stringify(await describePicture(bytes))),
  )
  return { ...JSON.parse(Buffer.from(kept).toString()), digest: digested }
}
