import { setTimeout as sleep } from 'node:timers/promises'
import type { KV } from '@nats-io/kv'
import { isNewer, type Position } from '../live/protocol/position.ts'
import { readEntry } from './stored.ts'

export interface RoomWatchOptions {
  readonly room: string
  readonly bucket: Pick<KV, 'get' | 'watch'>
  /** How often to read the room, in addition to watching it, in milliseconds. */
  readonly interval: number
  /** Called after each attempt to reach the store; `error` is undefined when it succeeded. */
  readonly onAttempt: (what: 'watch' | 'read', error: unknown) => void
}

/** How long to wait before an ended watcher is restarted, in milliseconds. */
const RESTART = 200

/**
 * Follows one room in the store for any number of listeners. A watcher reports a new position at once, but
 * may stay silent after its broker died or its bucket was recreated. So the room is also read every few
 * seconds, and the watcher is restarted when that finds a newer position.
 */
export class RoomWatch {
  readonly #options: RoomWatchOptions
  readonly #listeners = new Set<(position: Position) => void>()
  readonly #ended = new AbortController()
  #position: Position | undefined
  #stopWatcher = () => {}

  constructor(options: RoomWatchOptions) {
    this.#options = options
    void this.#repeat('watch', RESTART, () => this.#watch())
    void this.#repeat('read', options.interval, () => this.#read())
  }

  /** The newest position received. */
  get position(): Position | undefined {
    return this.#position
  }

  listen(listener: (position: Position) => void): () => void {
    // A new function for each call, so that the same listener can be added twice.
    const own = (position: Position) => listener(position)
    this.#listeners.add(own)
    if (this.#position !== undefined) own(this.#position)
    return () => this.#listeners.delete(own)
  }

  /** Passes a newer position on to the listeners; true when it was newer. */
  hear(position: Position | undefined): boolean {
    if (position === undefined || this.#ended.signal.aborted) return false
    if (this.#position !== undefined && !isNewer(position, this.#position)) return false
    this.#position = position
    for (const listener of this.#listeners) listener(position)
    return true
  }

  end(): void {
    this.#ended.abort()
    this.#listeners.clear()
    this.#stopWatcher()
  }

  async #watch(): Promise<void> {
    const { bucket, room, onAttempt } = this.#options
    const entries = await bucket.watch({ key: room })
    this.#stopWatcher = () => entries.stop()
    onAttempt('watch', undefined)
    if (!this.#ended.signal.aborted) for await (const entry of entries) this.hear(readEntry(entry))
  }

  async #read(): Promise<void> {
    const { bucket, room, onAttempt } = this.#options
    if (this.hear(readEntry(await bucket.get(room)))) this.#stopWatcher()
    onAttempt('read', undefined)
  }

  /** Repeats until the end with random pauses, so that edges started together do not ask at the same time. */
  async #repeat(what: 'watch' | 'read', pause: number, attempt: () => Promise<void>): Promise<void> {
    const { signal } = this.#ended
    while (!signal.aborted) {
      await attempt().catch((error: unknown) => this.#options.onAttempt(what, error))
      // `end` aborts the pause, which then rejects.
      const wait = sleep(pause * (0.75 + Math.random() / 2), undefined, { signal, ref: false })
      await wait.catch(() => undefined)
    }
  }
}
