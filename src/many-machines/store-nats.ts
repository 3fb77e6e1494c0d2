import { setTimeout } from 'node:timers/promises'
import { JetStreamApiCodes, JetStreamApiError, type JetStreamClient, jetstream } from '@nats-io/jetstream'
import { type KV, Kvm } from '@nats-io/kv'
import { errors, type NatsConnection } from '@nats-io/transport-node'
import type { Position } from '../live/protocol/position.ts'
import type { PositionStore, StoreWrite, WriteResult } from '../live/server/store.ts'
import { connectNats } from './connect.ts'
import { explain } from './explain.ts'
import type { NatsOptions } from './options.ts'
import { RoomWatch } from './room-watch.ts'
import { readEntry } from './stored.ts'

export interface NatsStoreOptions extends NatsOptions {
  /** Who only reads does not make the bucket: it waits for it. */
  readonly readOnly?: boolean
  /** How often each room is read beside being watched, in milliseconds; 2,000 when not given. */
  readonly interval?: number
  /** Is told once when the store can no longer be asked (why, in one line), and once when it can again. */
  readonly onFault?: (fault: string | undefined) => void
}

const BUCKET = 'deck-live'
/** What the bucket is to JetStream. */
const STREAM = `KV_${BUCKET}`
/** How long the position of a talk outlives its last move, in milliseconds: no talk begins where the last one ended. */
const KEPT = 12 * 3_600_000
const INTERVAL = 2000
/** How long NATS may take to answer, in milliseconds: what is asked while the brokers elect a leader is lost. */
const PATIENCE = 1000
/** So often a start is tried that NATS does not answer: brokers, or two stages, that start together take their time. */
const STARTS = 6
/** In milliseconds. */
const BETWEEN_STARTS = 200
/** So often a write is tried that others keep overtaking, in this room or another. */
const ATTEMPTS = 10

/**
 * Positions in a key-value bucket of NATS JetStream, one key a room, for any number of processes on any number of
 * machines. A write names the revision it has seen, and the brokers take one of two. They number revisions for all
 * rooms together and begin anew with a new bucket; a position's `seq` is its own, as the driver counts, as it is in
 * memory. Throws one line when NATS cannot be reached at the start; later it is waited for.
 */
export async function openNatsStore(options: NatsStoreOptions): Promise<PositionStore> {
  const connection = await connectNats(options)
  try {
    const client = jetstream(connection, { timeout: PATIENCE })
    const manager = new Kvm(client)
    // Also for who writes: a bucket that was taken away does not end the talk.
    const bucket = await askPatiently(() => manager.open(BUCKET, { allow_direct: false }))
    const store = new NatsStore({ ...options, connection, client, manager, bucket })
    await askPatiently(() => store.prepare())
    return store
  } catch (error) {
    await connection.close()
    throw new Error(`${options.servers.join(', ')}: ${explain(error)}`, { cause: error })
  }
}

/** Asks again when there was no answer, or a broker has not heard yet of a bucket that another process makes. */
async function askPatiently<T>(ask: () => Promise<T>, attempts = STARTS): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isPassing(error) || attempts <= 1) throw error
    await setTimeout(BETWEEN_STARTS)
    return askPatiently(ask, attempts - 1)
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof JetStreamApiError) return error.code === JetStreamApiCodes.StreamNotFound
  return error instanceof errors.TimeoutError
}

interface Parts extends NatsStoreOptions {
  readonly connection: NatsConnection
  readonly client: JetStreamClient
  readonly manager: Kvm
  readonly bucket: KV
}

class NatsStore implements PositionStore {
  readonly #parts: Parts
  readonly #watches = new Map<string, RoomWatch>()
  /** By what has failed; the first one is told. */
  readonly #faults = new Map<string, string>()
  #told: string | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    void this.#followConnection()
  }

  /** Makes the bucket, when it is not there and this process may. */
  async prepare(): Promise<void> {
    const { manager, readOnly, replicas } = this.#parts
    if (readOnly) return
    const bucket = await manager.create(BUCKET, {
      history: 1,
      ttl: KEPT,
      maxValueSize: 1024,
      // Read from the leader alone: a write builds on what is read, so it must not be a replica's yesterday.
      allow_direct: false,
      ...(replicas !== undefined && { replicas }),
    })
    const kept = (await bucket.status()).replicas
    if (replicas === undefined || replicas === kept) return
    throw new Error(
      `the bucket is kept on ${kept}, not ${replicas}; to change it: nats stream edit ${STREAM} --replicas ${replicas}`,
    )
  }

  async write(room: string, write: StoreWrite): Promise<WriteResult> {
    try {
      return await this.#write(room, write, ATTEMPTS)
    } catch (error) {
      throw new Error(`NATS did not take a write: ${explain(error)}`, { cause: error })
    }
  }

  watch(room: string, listener: (position: Position) => void): () => void {
    return this.#watch(room).listen(listener)
  }

  fault(): string | undefined {
    return this.#faults.values().next().value
  }

  async close(): Promise<void> {
    for (const watch of this.#watches.values()) watch.end()
    await this.#parts.connection.close()
  }

  async #write(room: string, write: StoreWrite, attempts: number): Promise<WriteResult> {
    const { seen, ...wanted } = write
    const revision = await this.#readRevision()
    const current = readEntry(await this.#parts.bucket.get(room))
    if (current !== undefined && current.seq > seen) {
      this.#watches.get(room)?.hear(current)
      return { accepted: false, position: current }
    }
    const position: Position = {
      ...wanted,
      seq: Math.max(wanted.seq, (current?.seq ?? 0) + 1),
      // Machines' clocks differ: who is newer by its seq is so by its time.
      sentAt: Math.max(wanted.sentAt, (current?.sentAt ?? 0) + 1),
    }
    try {
      await this.#put(room, position, revision)
    } catch (error) {
      if (!isOvertaken(error) || attempts <= 1) throw error
      return this.#write(room, write, attempts - 1)
    }
    this.#watches.get(room)?.hear(position)
    return { accepted: true, position }
  }

  #watch(room: string): RoomWatch {
    const known = this.#watches.get(room)
    if (known !== undefined) return known
    const watch = new RoomWatch({
      room,
      bucket: this.#parts.bucket,
      interval: this.#parts.interval ?? INTERVAL,
      onAttempt: (what, error) => this.#onAttempt(`${what} of ${room}`, error),
    })
    this.#watches.set(room, watch)
    return watch
  }

  #onAttempt(what: string, error: unknown): void {
    this.#note(what, error === undefined ? undefined : explain(error))
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) {
      this.#restore().catch((reason: unknown) => this.#note(what, explain(reason)))
    }
  }

  /** Makes the bucket again, with what was in it, for those who join late. */
  async #restore(): Promise<void> {
    if (this.#parts.readOnly) return
    await this.prepare()
    for (const [room, { position }] of this.#watches) {
      // Who was faster knows as much.
      if (position === undefined) continue
      const revision = await this.#readRevision()
      const kept = readEntry(await this.#parts.bucket.get(room))
      if (kept === undefined) await this.#put(room, position, revision).catch(throwUnlessOvertaken)
    }
  }

  /** The bucket's newest revision, over all its rooms. */
  async #readRevision(): Promise<number> {
    const manager = await this.#parts.client.jetstreamManager(false)
    const { state } = await manager.streams.info(STREAM)
    return state.last_seq
  }

  /**
   * Puts a position where nothing has been put since the revision. It names the bucket's revision, not the key's as
   * `KV.update` does: that one the leading broker of a cluster looks at before it asks the others, and lets two in
   * that come at once (seen with nats-server 2.9.10); this one each broker looks at when it writes.
   */
  async #put(room: string, position: Position, revision: number): Promise<void> {
    await this.#parts.client.publish(`$KV.${BUCKET}.${room}`, JSON.stringify(position), {
      expect: { lastSequence: revision },
    })
  }

  async #followConnection(): Promise<void> {
    for await (const { type } of this.#parts.connection.status()) {
      if (type === 'disconnect') this.#note('connection', 'the connection to NATS is lost')
      if (type === 'reconnect') this.#note('connection', undefined)
    }
  }

  #note(what: string, fault: string | undefined): void {
    if (fault === undefined) this.#faults.delete(what)
    else this.#faults.set(what, fault)
    const now = this.fault()
    // Of one outage one line: the reasons change while it lasts.
    if ((now === undefined) === (this.#told === undefined)) return
    this.#told = now
    this.#parts.onFault?.(now)
  }
}

function isOvertaken(error: unknown): boolean {
  return (
    error instanceof JetStreamApiError &&
    (error.code === JetStreamApiCodes.StreamWrongLastSequence ||
      error.code === JetStreamApiCodes.StreamWrongLastSequenceUnknown)
  )
}

function throwUnlessOvertaken(error: unknown): void {
  if (!isOvertaken(error)) throw error
}
