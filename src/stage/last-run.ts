import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LONGEST_TALK } from '../live/protocol/longest-talk.ts'
import { parseJson, readFields } from '../live/protocol/position.ts'

/**
 * A running stage keeps this file beside its build and deletes it on a normal exit. If a new stage finds it,
 * the last one crashed: consoles of that talk are still open, and the new stage accepts the keys they have.
 */
const RUN = '.run.json'

/** A key that a stage accepted. It holds the hash of the secret, never the secret. */
export interface Key {
  readonly hash: Uint8Array
  /** When the key was first accepted, in milliseconds since 1970. */
  readonly since: number
}

export interface Run {
  readonly room: string
  readonly keys: readonly Key[]
}

/** The room's keys from a stage that crashed; none while the stage that wrote them still runs. */
export function findLostKeys(folder: string, { room, now }: { room: string; now: number }): Key[] {
  const file = path.join(folder, RUN)
  const run = existsSync(file) ? parseRun(parseJson(readFileSync(file, 'utf8'))) : undefined
  if (run === undefined || run.room !== room || isRunning(run.process)) return []
  return run.keys.filter(({ since }) => since <= now && now - since < LONGEST_TALK)
}

/** Saves what the next stage needs after a crash. No secret is in it. */
export function keepRun(folder: string, { room, keys }: Run): void {
  const written = keys.map(({ hash, since }) => ({ hash: Buffer.from(hash).toString('base64url'), since }))
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, RUN), JSON.stringify({ room, process: process.pid, keys: written }))
}

/** Deletes the file on a normal exit, so that the next stage accepts only its own key. */
export function forgetRun(folder: string): void {
  rmSync(path.join(folder, RUN), { force: true })
}

/** Undefined unless every field is valid: a part of a run is never used. */
function parseRun(value: unknown): (Run & { readonly process: number }) | undefined {
  const { room, process, keys } = readFields(value)
  if (typeof room !== 'string' || typeof process !== 'number' || !Array.isArray(keys)) return undefined
  const parsed = keys.map(parseKey).filter((key) => key !== undefined)
  return parsed.length === keys.length ? { room, process, keys: parsed } : undefined
}

function parseKey(value: unknown): Key | undefined {
  const { hash, since } = readFields(value)
  if (typeof hash !== 'string' || typeof since !== 'number') return undefined
  const bytes = Buffer.from(hash, 'base64url')
  return bytes.length === 32 ? { hash: bytes, since } : undefined
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only tests whether the process exists:
    // https://nodejs.org/api/process.html#processkillpid-signal
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: the process runs, but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
