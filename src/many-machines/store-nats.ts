import { setTimeout } from 'node:timers/promises'
import { JetStreamApiCodes, JetStreamApiError, type JetStreamClient, jetstream } from '@nats-io/jetstream'
import { type KV, Kvm } from '@nats-io/kv'
import { errors, type NatsConnection } from '@nats-io/transport-node'
import { LONGEST_TALK, type Position } from '../live/protocol/position.ts'
import { applyWrite, type PositionStore, type StoreWrite, type WriteResult } from '../live/server/store.ts'
import { connectNats } from './connect.ts'
import { explain } from './explain.ts'
import type { NatsOptions } from './options.ts'
import { RoomWatch } from './room-watch.ts'
import { readEntry } from './stored.ts'

export interface NatsStoreOptions extends NatsOptions {
  /** A read-only process does not create the bucket, but waits for it. */
  readonly readOnly?: boolean
  /** How often to read each room, in addition to watching it, in milliseconds; 2,000 by default. */
  readonly interval?: number
  /** Called once when the store becomes unreachable (the reason, in one line), and once when it is back. */
  readonly onFault?: (fault: string | undefined) => void
}

const BUCKET = 'deck-live'
/** JetStream's name for the bucket. */
export const STREAM = `KV_${BUCKET}`
const INTERVAL = 2000
/** How long NATS may take to answer, in milliseconds: requests during a leader election are lost. */
const PATIENCE = 1000
/** How often to try a start without an answer: brokers or stages that start together need a while. */
const STARTS = 6
/** In milliseconds. */
const BETWEEN_STARTS = 200
/** How often to try a write that other writes, in any room, overtake. */
const ATTEMPTS = 10

/**
 * Keeps positions in a key-value bucket of NATS JetStream, one key for each room, for any number of processes
 * and machines. A write names the last revision it knows; of two such writes the brokers accept one.
 * Revisions count all rooms together and restart with a new bucket, so they are independent of a position's
 * `seq`. Throws one line when NATS cannot be reached at the start; later the store waits for NATS.
 */
export async function openNatsStore(options: NatsStoreOptions): Promise<PositionStore> {
  let connection: NatsConnection | undefined
  try {
    connection = await connectNats(options)
    const client = jetstream(connection, { timeout: PATIENCE })
    const manager = new Kvm(client)
    // A stage opens it too, and creates it only in `prepare`: a deleted bucket does not end the talk.
    const bucket = await askPatiently(() => manager.open(BUCKET, { allow_direct: false }))
    const store = new NatsStore({ ...options, connection, client, manager, bucket })
    await askPatiently(() => store.prepare())
    return store
  } catch (error) {
    await connection?.close()
    throw new Error(`${options.servers.join(', ')}: ${explain(error)}`, { cause: error })
  }
}

/** Tries again after no answer, or while a broker does not know a bucket that another process creates. */
async function askPatiently<T>(ask: () => Promise<T>, attempts = STARTS): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isTemporary(error) || attempts <= 1) throw error
    await setTimeout(BETWEEN_STARTS)
    return askPatiently(ask, attempts - 1)
  }
}

function isTemporary(error: unknown): boolean {
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
  /** The current faults by what has failed; the first one is reported. */
  readonly #faults = new Map<string, string>()
  #reported: string | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    void this.#followConnection()
  }

  /** Creates the bucket if it is missing; a read-only process does nothing. */
  async prepare(): Promise<void> {
    const { manager, readOnly, replicas } = this.#parts
    if (readOnly) return
    const bucket = await manager.create(BUCKET, {
      history: 1,
      // So that no talk begins where an earlier one ended.
      ttl: LONGEST_TALK,
      maxValueSize: 1024,
      // Reads from the leader only: a write builds on what was read, and replicas may lag behind.
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
    const { bucket, interval = INTERVAL } = this.#parts
    const onAttempt = (what: string, error: unknown) => this.#onAttempt(`${what} of ${room}`, error)
    const watch = this.#watches.get(room) ?? new RoomWatch({ room, bucket, interval, onAttempt })
    this.#watches.set(room, watch)
    return watch.listen(listener)
  }

  fault(): string | undefined {
    return this.#faults.values().next().value
  }

  async close(): Promise<void> {
    for (const watch of this.#watches.values()) watch.end()
    await this.#parts.connection.close()
  }

  async #write(room: string, write: StoreWrite, attempts: number): Promise<WriteResult> {
    const revision = await this.#readRevision()
    const current = readEntry(await this.#parts.bucket.get(room))
    const result = applyWrite(current, write)
    if (!result.accepted) {
      this.#watches.get(room)?.hear(current)
      return result
    }
    if (!(await this.#put(room, result.position, revision))) {
      if (attempts > 1) return this.#write(room, write, attempts - 1)
      throw new Error('other writes overtook it each time')
    }
    this.#watches.get(room)?.hear(result.position)
    return result
  }

  #onAttempt(what: string, error: unknown): void {
    this.#note(what, error === undefined ? undefined : explain(error))
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) {
      this.#restore().catch((reason: unknown) => this.#note(what, explain(reason)))
    }
  }

  /** Recreates a deleted bucket with the known positions, so that late followers get them. */
  async #restore(): Promise<void> {
    if (this.#parts.readOnly) return
    await this.prepare()
    for (const [room, { position }] of this.#watches) {
      if (position === undefined) continue
      const revision = await this.#readRevision()
      const kept = readEntry(await this.#parts.bucket.get(room))
      // If another process is faster, its position is as new.
      if (kept === undefined) await this.#put(room, position, revision)
    }
  }

  /** The bucket's newest revision, all rooms together. */
  async #readRevision(): Promise<number> {
    const manager = await this.#parts.client.jetstreamManager(false)
    const { state } = await manager.streams.info(STREAM)
    return state.last_seq
  }

  /**
   * Puts a position and returns true, unless the bucket has changed since the revision. `KV.update` compares the key's revision
   * instead, which only a cluster's leader checks, before it asks the others: it may accept two writes at the
   * same moment (seen with nats-server 2.9.10). Every broker checks the bucket's revision when it writes.
   */
  async #put(room: string, position: Position, revision: number): Promise<boolean> {
    try {
      const expect = { lastSequence: revision }
      await this.#parts.client.publish(`$KV.${BUCKET}.${room}`, JSON.stringify(position), { expect })
      return true
    } catch (error) {
      const { StreamWrongLastSequence, StreamWrongLastSequenceUnknown } = JetStreamApiCodes
      const codes: readonly number[] = [StreamWrongLastSequence, StreamWrongLastSequenceUnknown]
      if (error instanceof JetStreamApiError && codes.includes(error.code)) return false
      throw error
    }
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
    // Reports an outage once, although its reasons change while it lasts.
    if ((now === undefined) === (this.#reported === undefined)) return
    this.#reported = now
    this.#parts.onFault?.(now)
  }
}
