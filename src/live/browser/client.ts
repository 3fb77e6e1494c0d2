import { isFault, type Outline, type Position, parseJson, parseMessage } from '../protocol/position.ts'

/** `ended`: the room said that it is over; it is listened for all the same, as a stage may come back. */
export type LiveState = 'connecting' | 'live' | 'ended'

export interface LiveOptions {
  /** The room's address. */
  readonly address: string
  readonly outline: Outline
  /** Called with every position that comes; `joined`: it is the first one since the connection was lost or made. */
  readonly onPosition: (position: Position, joined: boolean) => void
  readonly onState: (state: LiveState) => void
  /** The longest wait before the next attempt, in milliseconds. */
  readonly longestWait?: number
}

/** A stream that brings nothing for so long is dead, however open it looks: three heartbeats. In milliseconds. */
const MUTE = 45_000
/** A tab that is shown again, and has heard nothing for more than a heartbeat, does not wait for the rest. */
const STALE = 20_000
/** A stream whose first message takes so long is held back on its way: some proxies wait for its end. */
const HELD = 6000
const POLL = 2000
/** So many polls, about a minute, then a stream is tried again. */
const POLLS = 30

/**
 * Listens to a room until `close`. Loses nothing for long: what is mute, broken or ended is joined again, with
 * growing and uneven waits so that a hall does not come back as one; where streams can't pass, it asks repeatedly.
 */
export function listen(options: LiveOptions): { close(): void } {
  const { address, outline, onPosition, onState, longestWait = 1200 } = options
  let stream: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: LiveState | undefined
  let heardAt = 0
  let failures = 0
  let closed = false

  const become = (next: LiveState) => {
    if (next !== state && !closed) {
      state = next
      onState(next)
    }
  }
  const after = (wait: number, act: () => void) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(act, wait)
  }
  /** Takes what the room says; false when it is nothing a room says. */
  const hear = (value: unknown, joined: boolean): boolean => {
    const message = parseMessage(value, outline)
    if (closed || isFault(message)) return false
    heardAt = Date.now()
    failures = 0
    if ('ended' in message) {
      become('ended')
      return true
    }
    become('live')
    onPosition(message, joined)
    return true
  }
  const fail = () => {
    stream?.close()
    if (state !== 'ended') become('connecting')
    const wait = Math.min(longestWait, 200 * 2 ** failures++)
    after(wait * (0.5 + Math.random() / 2), join)
    if (failures % 3 === 0) void glance()
  }
  const join = () => {
    stream?.close()
    const source = new EventSource(address)
    let joined = true
    stream = source
    source.onmessage = ({ data }: MessageEvent<string>) => {
      if (!hear(parseJson(data), joined)) return
      joined = false
      after(MUTE, fail)
    }
    source.onerror = fail
    after(HELD, () => {
      source.close()
      void poll(POLLS)
    })
  }
  /** What the room answers; undefined when there is no network, no server, or no JSON: what matters is the next attempt. */
  const ask = async (): Promise<unknown> => {
    try {
      const headers = { Accept: 'application/json' }
      const answer = await fetch(address, { headers, cache: 'no-store', signal: AbortSignal.timeout(HELD) })
      return answer.ok ? await answer.json() : undefined
    } catch {
      return undefined
    }
  }
  const poll = async (left: number) => {
    if (!hear(await ask(), true)) fail()
    else after(POLL * (0.75 + Math.random() / 2), () => (left > 1 ? void poll(left - 1) : join()))
  }
  /** Where all places are taken there is no stream, but still an answer. */
  const glance = async () => {
    const message = parseMessage(await ask(), outline)
    if (!closed && 'seq' in message) onPosition(message, true)
  }
  const hurry = () => {
    if (document.visibilityState === 'visible' && Date.now() - heardAt > STALE) join()
  }
  document.addEventListener('visibilitychange', hurry)
  window.addEventListener('online', join)
  become('connecting')
  join()
  return {
    close() {
      closed = true
      clearTimeout(timer)
      stream?.close()
      document.removeEventListener('visibilitychange', hurry)
      window.removeEventListener('online', join)
    },
  }
}
