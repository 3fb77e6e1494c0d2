import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseJson } from '../live/protocol/position.ts'

/**
 * What a running stage keeps beside its build, and takes away when it ends in order. Who finds it knows of a stage
 * that crashed: the consoles of that talk are still open, and are let in again with the key they have.
 */
const RUN = '.run.json'
/** Longer than any event: a key older than this is of another talk. In milliseconds. */
const LONGEST_TALK = 12 * 3_600_000

/** A key that a stage let in: the hash of its secret. */
export interface Key {
  readonly hash: Uint8Array
  /** When it was first given out, in milliseconds since 1970. */
  readonly since: number
}

export interface Run {
  readonly room: string
  readonly keys: readonly Key[]
}

/** The keys of the talk in this room that a crash broke off; none while the stage that wrote them still runs. */
export function findLostKeys(folder: string, { room, now }: { room: string; now: number }): Key[] {
  const file = path.join(folder, RUN)
  const run = existsSync(file) ? parseRun(parseJson(readFileSync(file, 'utf8'))) : undefined
  if (run === undefined || run.room !== room || isRunning(run.process)) return []
  return run.keys.filter(({ since }) => since <= now && now - since < LONGEST_TALK)
}

/** Writes down what is needed to go on after a crash. No secret is in it. */
export function keepRun(folder: string, { room, keys }: Run): void {
  const written = keys.map(({ hash, since }) => ({ hash: Buffer.from(hash).toString('base64url'), since }))
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, RUN), JSON.stringify({ room, process: process.pid, keys: written }))
}

/** The talk has ended in order: the next start lets in nobody but its own speaker. */
export function forgetRun(folder: string): void {
  rmSync(path.join(folder, RUN), { force: true })
}

/** Undefined when it is anything else than a run; a part of one is never taken. */
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

/** A value's fields; of what is no object, none. */
function readFields(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function isRunning(id: number): boolean {
  try {
    // Asks only whether it could be signalled: https://nodejs.org/api/process.html#processkillpid-signal
    process.kill(id, 0)
    return true
  } catch (error) {
    // Another user's process runs too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
