import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Outline, parseJson, readFields } from '../live/protocol/position.ts'

/** A build's description of itself. */
export interface Manifest {
  /** Identifies the build's sources and options; see `takeFingerprint`. */
  readonly fingerprint: string
  /** The talk's folder, from the project's root. */
  readonly talk: string
  /** The room its pages follow. */
  readonly room: string
  readonly outline: Outline
}

/** The manifest's file in the build's folder. Like all dotfiles it is not served. */
export const MANIFEST = '.stage.json'

/** A build's manifest. A build writes it last, so undefined means that there is no complete build. */
export function readManifest(folder: string): Manifest | undefined {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) return undefined
  const value = parseJson(readFileSync(file, 'utf8'))
  return isManifest(value) ? value : undefined
}

function isManifest(value: unknown): value is Manifest {
  const { fingerprint, talk, room, outline } = readFields(value)
  return [fingerprint, talk, room].every((text) => typeof text === 'string') && Array.isArray(outline)
}
