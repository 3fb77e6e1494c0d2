import { isFault, type Outline, type Position, parseJson, parseMessage } from '../protocol/position.ts'
import { abortAfter } from './abort-after.ts'

/** `ended`: the room sent the end of the talk. The client keeps listening, as a stage may come back. */
export type LiveState = 'connecting' | 'live' | 'ended'

export interface ListenOptions {
  /** The room's address. */
  readonly address: string
  readonly outline: Outline
  /** Called with every position; `joined`: it is the first on this connection. */
  readonly onPosition: (position: Position, joined: boolean) => void
  readonly onState: (state: LiveState) => void
}

/** A stream without a message for three heartbeats is dead, even if it looks open. In milliseconds. */
const MUTE = 45_000
/** A tab that becomes visible reconnects if its last message is older than one heartbeat. In milliseconds. */
const STALE = 20_000
/** How long the first message may take: some proxies hold a stream back until its end. In milliseconds. */
const HELD = 6000
const POLL = 2000
/** The longest wait before the next attempt, in milliseconds. */
const LONGEST_WAIT = 1200
/** The client tries a stream again after this many polls, about a minute. */
const POLLS = 30

/**
 * Listens to a room until `close`. Reconnects when the stream is mute, broken or ended; the waits grow and
 * are random, so that a hall of followers does not reconnect at the same moment. Polls where streams cannot
 * pass.
 */
export function listen(options: ListenOptions): { close(): void } {
  const { address, outline, onPosition, onState } = options
  let stream: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: LiveState | undefined
  let heardAt = 0
  let failures = 0
  let closed = false

  const setState = (next: LiveState) => {
    if (next !== state && !closed) {
      state = next
      onState(next)
    }
  }
  const schedule = (wait: number, act: () => void) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(act, wait)
  }
  /** Handles a message; false when it is not a valid one. */
  const handle = (value: unknown, joined: boolean): boolean => {
    const message = parseMessage(value, outline)
    if (closed || isFault(message)) return false
    heardAt = Date.now()
    failures = 0
    if ('ended' in message) {
      setState('ended')
      return true
    }
    setState('live')
    onPosition(message, joined)
    return true
  }
  const fail = () => {
    stream?.close()
    if (state !== 'ended') setState('connecting')
    const wait = Math.min(LONGEST_WAIT, 200 * 2 ** failures++)
    schedule(wait * (0.5 + Math.random() / 2), join)
    if (failures % 3 === 0) void pollOnce()
  }
  const join = () => {
    stream?.close()
    const source = new EventSource(address)
    let joined = true
    stream = source
    source.onmessage = ({ data }: MessageEvent<string>) => {
      if (!handle(parseJson(data), joined)) return
      joined = false
      schedule(MUTE, fail)
    }
    source.onerror = fail
    schedule(HELD, () => {
      source.close()
      void poll(POLLS)
    })
  }
  /** The room's answer; undefined without network, server or JSON, as the next attempt follows anyway. */
  const fetchMessage = async (): Promise<unknown> => {
    try {
      const headers = { Accept: 'application/json' }
      const answer = await fetch(address, { headers, cache: 'no-store', signal: abortAfter(HELD) })
      return answer.ok ? await answer.json() : undefined
    } catch {
      return undefined
    }
  }
  const poll = async (left: number) => {
    if (!handle(await fetchMessage(), true)) fail()
    else schedule(POLL * (0.75 + Math.random() / 2), () => (left > 1 ? void poll(left - 1) : join()))
  }
  /** Asks once: a room whose streams are all taken still answers. */
  const pollOnce = async () => {
    const message = parseMessage(await fetchMessage(), outline)
    if (!closed && 'seq' in message) onPosition(message, true)
  }
  const joinIfStale = () => {
    if (document.visibilityState === 'visible' && Date.now() - heardAt > STALE) join()
  }
  document.addEventListener('visibilitychange', joinIfStale)
  window.addEventListener('online', join)
  setState('connecting')
  join()
  return {
    close() {
      closed = true
      clearTimeout(timer)
      stream?.close()
      document.removeEventListener('visibilitychange', joinIfStale)
      window.removeEventListener('online', join)
    },
  }
}
