import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SourcePicture, UnknownPicture } from '../../deck/picture.ts'
import { getOrCreate } from '../../disk/cache.ts'
import { digestFile } from '../../disk/digest.ts'
import { ROOT } from '../../root.ts'
import { describePicture, ENCODERS } from './encode.ts'
import { mapInTurns } from './map-in-turns.ts'

export interface FoundPictures {
  /** The names of all files in the folder. */
  readonly files: readonly string[]
  /** What those are that were asked for. A file that does not exist, with exactly this name, is left out. */
  readonly found: ReadonlyMap<string, SourcePicture | UnknownPicture>
  /** Those of them that are pictures. */
  readonly pictures: ReadonlyMap<string, SourcePicture>
}

/** Looks for the named files in a talk's folder `pictures/`, which may not exist. */
export async function readPictures(folder: string, names: Iterable<string>): Promise<FoundPictures> {
  const place = path.join(ROOT, folder, 'pictures')
  const files = existsSync(place) ? await readdir(place) : []
  const wanted = [...new Set(names)].filter((name) => files.includes(name))
  const found = await mapInTurns(
    wanted,
    async (name) => [name, await readFacts(path.join(place, name))] as const,
  )
  const known = found.flatMap(([name, one]) => (one.kind === 'unknown' ? [] : [[name, one] as const]))
  return { files, found: new Map(found), pictures: new Map(known) }
}

async function readFacts(file: string): Promise<SourcePicture | UnknownPicture> {
  const digested = digestFile(file)
  const kept = await getOrCreate([ENCODERS, 'facts', digested], async () =>
    Buffer.from(JSON.stringify(await describePicture(await readFile(file)))),
  )
  return { ...JSON.parse(Buffer.from(kept).toString()), digest: digested }
}
