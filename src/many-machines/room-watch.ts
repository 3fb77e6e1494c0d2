import { setTimeout as sleep } from 'node:timers/promises'
import type { KV } from '@nats-io/kv'
import { isNewer, type Position } from '../live/protocol/position.ts'
import { readEntry } from './stored.ts'

export interface RoomWatchOptions {
  readonly room: string
  readonly bucket: Pick<KV, 'get' | 'watch'>
  /** How often the room is read beside being watched, in milliseconds. */
  readonly interval: number
  /** Is told how each attempt to reach the store went: undefined when well. */
  readonly onAttempt: (what: 'watch' | 'read', error: unknown) => void
}

/** How long until a watcher that has ended is begun again, in milliseconds. */
const RESTART = 200

/**
 * What the store says of one room, for any number of listeners. A watcher tells at once but can stay silent when its
 * broker has died or its bucket was made anew, so the room is read every few seconds too; when that brings news, the
 * watcher is begun again.
 */
export class RoomWatch {
  readonly #options: RoomWatchOptions
  readonly #listeners = new Set<(position: Position) => void>()
  readonly #ended = new AbortController()
  #position: Position | undefined
  #again = () => {}

  constructor(options: RoomWatchOptions) {
    this.#options = options
    void this.#watch()
    void this.#read()
  }

  /** The newest one heard. */
  get position(): Position | undefined {
    return this.#position
  }

  listen(listener: (position: Position) => void): () => void {
    // Each has a place of its own, also who listens twice.
    const own = (position: Position) => listener(position)
    this.#listeners.add(own)
    if (this.#position !== undefined) own(this.#position)
    return () => this.#listeners.delete(own)
  }

  /** Passes on what is news; true when it was. */
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
    this.#again()
  }

  async #watch(): Promise<void> {
    const { bucket, room, onAttempt } = this.#options
    for await (const _ of this.#attempts(RESTART)) {
      try {
        const entries = await bucket.watch({ key: room })
        this.#again = () => entries.stop()
        onAttempt('watch', undefined)
        if (!this.#ended.signal.aborted) for await (const entry of entries) this.hear(readEntry(entry))
      } catch (error) {
        onAttempt('watch', error)
      }
    }
  }

  async #read(): Promise<void> {
    const { bucket, room, interval, onAttempt } = this.#options
    for await (const _ of this.#attempts(interval)) {
      try {
        if (this.hear(readEntry(await bucket.get(room)))) this.#again()
        onAttempt('read', undefined)
      } catch (error) {
        onAttempt('read', error)
      }
    }
  }

  /** Again and again until the end, after uneven pauses: edges that were started together shall not ask together. */
  async *#attempts(pause: number): AsyncGenerator<void> {
    const { signal } = this.#ended
    while (!signal.aborted) {
      yield
      // Rejects when it is cut short, by the end.
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal, ref: false }).catch(
        () => undefined,
      )
    }
  }
}
