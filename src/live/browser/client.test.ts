import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Position } from '../protocol/position.ts'
import { type LiveState, listen } from './client.ts'

const OUTLINE = [
  { id: 'one', steps: 0 },
  { id: 'two', steps: 2 },
]
const POSITION: Position = { run: 1, seq: 3, slide: 'two', step: 1, blank: false, sentAt: 100 }

/** A stream whose messages the test sends. */
class Stream {
  static all: Stream[] = []
  onmessage: ((event: { data: string }) => void) | undefined
  onerror: (() => void) | undefined
  open = true

  constructor() {
    Stream.all.push(this)
  }
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) })
  }
  close(): void {
    this.open = false
  }
}

let page: EventTarget
let view: EventTarget
let poll: (() => Promise<unknown>) | undefined
let polls = 0

function start() {
  const states: LiveState[] = []
  const heard: [Position, boolean][] = []
  const client = listen({
    address: '/live/room',
    outline: OUTLINE,
    onPosition: (position, joined) => heard.push([position, joined]),
    onState: (state) => states.push(state),
  })
  return { client, states, heard, stream: () => Stream.all.at(-1) }
}

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  view = new EventTarget()
  Stream.all = []
  polls = 0
  poll = undefined
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', view)
  vi.stubGlobal('fetch', async () => {
    polls++
    if (poll === undefined) throw new TypeError('no network')
    return { ok: true, json: poll }
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a stream', () => {
  it('delivers positions, and marks the first one on a connection', () => {
    const { states, heard, stream } = start()
    expect(states).toEqual(['connecting'])
    stream()?.say(POSITION)
    stream()?.say({ ...POSITION, seq: 4 })
    expect(states).toEqual(['connecting', 'live'])
    expect(heard).toEqual([
      [POSITION, true],
      [{ ...POSITION, seq: 4 }, false],
    ])
  })

  it('with an invalid message changes nothing', () => {
    const { states, heard, stream } = start()
    for (const message of ['{', 'null', { ...POSITION, slide: 'three' }, { seq: 1 }]) stream()?.say(message)
    expect([states, heard]).toEqual([['connecting'], []])
  })

  it('that breaks is joined again within two seconds, however often', async () => {
    const { states, stream } = start()
    stream()?.say(POSITION)
    for (let attempt = 0; attempt < 6; attempt++) {
      stream()?.onerror?.()
      expect(stream()?.open).toBe(false)
      const before = Stream.all.length
      await vi.advanceTimersByTimeAsync(2000)
      expect(Stream.all.length).toBe(before + 1)
    }
    expect(states).toEqual(['connecting', 'live', 'connecting'])
    stream()?.say(POSITION)
    expect(states.at(-1)).toBe('live')
  })

  it('that is mute for 45 seconds is joined again, and not before', async () => {
    const { states, stream } = start()
    stream()?.say(POSITION)
    await vi.advanceTimersByTimeAsync(44_000)
    stream()?.say(POSITION)
    await vi.advanceTimersByTimeAsync(44_000)
    expect(Stream.all.length).toBe(1)
    await vi.advanceTimersByTimeAsync(3000)
    expect(Stream.all.length).toBe(2)
    expect(states.at(-1)).toBe('connecting')
  })

  it('that ends on purpose is reported as ended, and is joined again', async () => {
    const { states, stream } = start()
    stream()?.say(POSITION)
    stream()?.say({ ended: true })
    stream()?.onerror?.()
    await vi.advanceTimersByTimeAsync(2000)
    expect(states).toEqual(['connecting', 'live', 'ended'])
    stream()?.say(POSITION)
    expect(states.at(-1)).toBe('live')
  })
})

describe('the page', () => {
  it('joins at once when the network is back', () => {
    start()
    view.dispatchEvent(new Event('online'))
    expect(Stream.all.length).toBe(2)
  })

  it('joins at once when it is shown again after a silence, and not after a moment', async () => {
    const { stream } = start()
    stream()?.say(POSITION)
    await vi.advanceTimersByTimeAsync(5000)
    page.dispatchEvent(new Event('visibilitychange'))
    expect(Stream.all.length).toBe(1)
    await vi.advanceTimersByTimeAsync(20_000)
    page.dispatchEvent(new Event('visibilitychange'))
    expect(Stream.all.length).toBe(2)
  })
})

describe('where streams cannot pass', () => {
  it('the position is asked for again and again, and a stream is tried once a minute', async () => {
    poll = async () => POSITION
    const { states, heard } = start()
    await vi.advanceTimersByTimeAsync(6000)
    expect(Stream.all[0]?.open).toBe(false)
    expect(states).toEqual(['connecting', 'live'])
    expect(heard).toEqual([[POSITION, true]])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(polls).toBeGreaterThan(6)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(Stream.all.length).toBe(2)
    expect(states).toEqual(['connecting', 'live'])
  })

  it('because all places are taken, the position is polled too', async () => {
    poll = async () => POSITION
    const { states, heard, stream } = start()
    for (let attempt = 0; attempt < 6; attempt++) {
      stream()?.onerror?.()
      await vi.advanceTimersByTimeAsync(1200)
    }
    expect(Stream.all.length).toBe(7)
    expect(heard).toEqual([
      [POSITION, true],
      [POSITION, true],
    ])
    expect(states).toEqual(['connecting'])
  })

  it('a stream is tried when asking fails too', async () => {
    const { states } = start()
    await vi.advanceTimersByTimeAsync(9000)
    expect(polls).toBe(1)
    expect(Stream.all.length).toBe(2)
    expect(states).toEqual(['connecting'])
  })
})

it('says nothing any more once it is closed', async () => {
  poll = async () => POSITION
  const { client, states, heard, stream } = start()
  client.close()
  stream()?.say(POSITION)
  stream()?.onerror?.()
  view.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect([states, heard, polls, Stream.all.length]).toEqual([['connecting'], [], 0, 1])
})
