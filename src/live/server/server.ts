import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { isFault, type Outline, parseJson, parseWrite } from '../protocol/position.ts'
import { Admission, LIMITS, type Limits } from './admission.ts'
import { answer, type Exchange, Refusal } from './answer.ts'
import { checkKey, checkType, isLivePath, readTarget } from './check-request.ts'
import { issueCode, openWithCode } from './codes.ts'
import { Hub } from './hub.ts'
import type { Keyring } from './keyring.ts'
import type { LiveObserver } from './observer.ts'
import { readBody } from './read-body.ts'
import type { PositionStore } from './store.ts'
import { createMemoryStore } from './store-memory.ts'
import { Streams } from './streams.ts'

export interface LiveOptions {
  readonly outline: Outline
  /** The room's name: 1 to 40 of a–z, 0–9 and hyphens. */
  readonly room: string
  /** The room's keys; without them nobody can write to it. */
  readonly keyring?: Keyring | undefined
  readonly limits?: Partial<Limits>
  readonly timing?: Partial<Timing>
  /** Positions are kept in memory by default. The caller closes a store that it passes. */
  readonly store?: PositionStore
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Gets the server's own errors; by default they go to the terminal (`console.error`). */
  readonly report?: (error: unknown) => void
  readonly observer?: Partial<LiveObserver> | undefined
  /** The URLs at which phones may reach this server; told to whoever has the key. */
  readonly addresses?: () => Promise<readonly string[]>
  /** Called with a connection that becomes a stream: from then on the channel alone looks after it. */
  readonly onStream?: (socket: Socket) => void
}

/** Milliseconds. */
export interface Timing {
  /** How often each follower gets a message, even when nothing moves. */
  readonly heartbeat: number
  /** How long a message may wait for a follower whose buffers, and the system's for it, are full. */
  readonly patience: number
  /** How often the hub checks both; the heartbeats are spread evenly over these beats. */
  readonly beat: number
  /** How long a write's body may take. */
  readonly body: number
  /** How long a stream may take to end. */
  readonly end: number
}

const TIMING: Timing = { heartbeat: 15_000, patience: 30_000, beat: 1000, body: 5000, end: 1000 }

export interface Live {
  /** Answers requests for `/live/…` and returns true; returns false for any other. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): boolean
  /** The number of followers. */
  followers(): number
  /**
   * Sends the followers the end of the talk and ends their streams. `elsewhere`: ends them without a message,
   * as the talk goes on and other hubs take the followers. Call it before the HTTP server's `close`.
   */
  close(options?: { readonly elsewhere?: boolean }): Promise<void>
}

/**
 * Options for the HTTP server that serves the channel. Slow requests are cut off after seconds; streams last,
 * as their requests have ended.
 */
export const SERVER_OPTIONS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 8192,
} as const satisfies ServerOptions

/** For `listen`: connections that may wait, as a whole hall may reconnect at once. Systems may cap it. */
export const BACKLOG = 4096

const BODY_LIMIT = 1024

/**
 * The live channel, to be mounted in an HTTP server. Streams ignore headers already set on the response.
 * Throws when the outline is empty.
 */
export function createLive(options: LiveOptions): Live {
  const {
    outline,
    room,
    keyring,
    store = createMemoryStore(),
    now = Date.now,
    report = console.error,
    observer,
    addresses = async () => [],
    onStream = () => {},
  } = options
  const timing = { ...TIMING, ...options.timing }
  const admission = new Admission({ ...LIMITS, ...options.limits })
  const round = Math.max(1, Math.round(timing.heartbeat / timing.beat))
  const hub = new Hub({ outline, room, store, now, round, patience: timing.patience, report, observer })
  const streams = new Streams({ hub, admission, endTimeout: timing.end, observer, onStream })
  const timer = setInterval(() => hub.beat(), timing.beat).unref()
  let closing = false

  async function respond(exchange: Exchange): Promise<void> {
    const { request } = exchange
    if (closing) throw new Refusal(503, 'the talk is over')
    const what = readTarget(request, room)
    if (request.method === 'POST') {
      if (keyring === undefined) throw new Refusal(405, 'this server accepts no writes', { Allow: 'GET' })
      if (what !== 'key') checkKey(request, keyring)
      checkType(request)
      const body = await readBody(request, { limit: BODY_LIMIT, timeout: timing.body })
      const value = parseJson(body)
      if (what === 'position') return write(exchange, value)
      const issued = what === 'key' ? openWithCode(value, keyring) : issueCode(value, keyring)
      return answer(exchange, { status: 200, body: issued })
    }
    if (what === 'followers') {
      checkKey(request, keyring)
      const body = { followers: hub.followers, addresses: await addresses(), consoles: keyring?.opened }
      return answer(exchange, { status: 200, body })
    }
    const { accept = '' } = request.headers
    if (accept.includes('text/event-stream') || !accept.includes('application/json')) {
      return streams.open(exchange)
    }
    answer(exchange, { status: 200, body: hub.position, headers: { Vary: 'Accept' } })
  }

  async function write(exchange: Exchange, value: unknown): Promise<void> {
    const wish = parseWrite(value, outline)
    if (isFault(wish)) throw new Refusal(400, wish.fault)
    const { accepted, position } = await hub.write(wish)
    observer?.onWrite?.(accepted ? 'accepted' : 'outdated', position)
    answer(exchange, { status: accepted ? 200 : 409, body: { position } })
  }

  function refuse(exchange: Exchange, error: unknown): void {
    const ours = !(error instanceof Refusal)
    if (ours) report(error)
    if (exchange.request.method === 'POST') observer?.onWrite?.(ours ? 'failed' : 'refused')
    const refusal = error instanceof Refusal ? error : new Refusal(503, 'the position could not be kept')
    const { status, message, headers } = refusal
    answer(exchange, { status, body: { error: message }, headers })
  }

  return {
    handle(request, response) {
      if (!isLivePath(request.url ?? '')) return false
      respond({ request, response }).catch((error: unknown) => refuse({ request, response }, error))
      return true
    },
    followers: () => admission.total,
    async close({ elsewhere = false } = {}) {
      closing = true
      clearInterval(timer)
      await streams.close({ elsewhere })
    },
  }
}
