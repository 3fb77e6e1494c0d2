import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readMessage } from '../cli/command.ts'
import { LONGEST_TALK, parseJson, readFields } from '../live/protocol/position.ts'
import type { KeyHashes } from '../live/server/keyring.ts'

export interface RunFileOptions {
  readonly folder: string
  readonly room: string
  /** The port that this stage listens on: so no other stage that used this file still runs there. */
  readonly port: number
  /** The talk's folder. Keys of one talk open no other. */
  readonly talk: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Told once when the file cannot be written. */
  readonly report: (message: string) => void
}

/**
 * A running stage's note to the next one, a file for each room and port. A stage that ends in order deletes
 * its file; one that crashed leaves it, and the next one accepts the keys of the consoles that are still open.
 * A talk never fails for this file.
 */
export interface RunFile {
  /** The keys of a stage that crashed in this talk; undefined when there was none. */
  readonly lost: KeyHashes | undefined
  keep(hashes: KeyHashes): void
  /** Deletes the file, unless another stage has written it since. */
  remove(): void
}

export function openRunFile(options: RunFileOptions): RunFile {
  const { folder, room, port, talk, now, report } = options
  const file = path.join(folder, `${room}-${port}.json`)
  const owner = randomUUID()
  const since = now()
  const run = readRun(file)
  // Either may be the wrong one when the clock was set in between.
  const isRecent = run !== undefined && Math.abs(since - run.since) < LONGEST_TALK
  let isReported = false
  return {
    lost: isRecent && run.talk === talk ? run.hashes : undefined,
    keep(hashes) {
      const unfinished = `${file}.${owner}`
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(unfinished, JSON.stringify({ owner, talk, since, ...hashes }))
        renameSync(unfinished, file)
      } catch (error) {
        if (!isReported) report(explain(file, error))
        isReported = true
      }
    },
    remove() {
      if (readRun(file)?.owner === owner) rmSync(file, { force: true })
    },
  }
}

function explain(file: string, error: unknown): string {
  return `${file} cannot be written (${readMessage(error)}). The talk goes on; only if the stage crashes, open consoles need the new address.`
}

interface Run {
  readonly owner: string
  readonly talk: string
  readonly since: number
  readonly hashes: KeyHashes
}

/** Undefined when there is no such file, or when any field is invalid: a part of a run is never used. */
function readRun(file: string): Run | undefined {
  const { owner, talk, since, keys, codes } = readFields(parseJson(read(file)))
  if (typeof owner !== 'string' || typeof talk !== 'string' || typeof since !== 'number') return undefined
  return areHashes(keys) && areHashes(codes) ? { owner, talk, since, hashes: { keys, codes } } : undefined
}

/** Nothing when the file is missing or may not be read: it then counts as missing. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function areHashes(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((hash) => typeof hash === 'string' && /^[\w-]{43}$/.test(hash))
}
