import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Outline, parseJson } from '../live/protocol/position.ts'

/** What a build says of itself. */
export interface Manifest {
  /** Of all that it was made of; see `takeFingerprint`. */
  readonly fingerprint: string
  /** The room its pages follow. */
  readonly room: string
  readonly outline: Outline
}

/** Where it stands in the build's folder; like all names with a dot in front, it is not served. */
export const MANIFEST = '.stage.json'

/** A build's manifest; undefined when there is no whole build, as the manifest is what a build writes last. */
export function readManifest(folder: string): Manifest | undefined {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) return undefined
  const value = parseJson(readFileSync(file, 'utf8'))
  return isManifest(value) ? value : undefined
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const { fingerprint, room, outline } = value as Partial<Record<keyof Manifest, unknown>>
  return typeof fingerprint === 'string' && typeof room === 'string' && Array.isArray(outline)
}
