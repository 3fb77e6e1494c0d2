import { describe, expect, it, vi } from 'vitest'
import { OUTLINE, POSITION, Stream, stubPage } from '../../../tests/live-page.ts'
import type { Position } from '../protocol/position.ts'
import { type LiveState, listen } from './client.ts'

stubPage()

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

/** Lets polls get an answer. */
function answerPolls() {
  const poll = vi.fn(async () => ({ ok: true, json: async () => POSITION }))
  vi.stubGlobal('fetch', poll)
  return poll
}

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
    window.dispatchEvent(new Event('online'))
    expect(Stream.all.length).toBe(2)
  })

  it('joins at once when it is shown again after a silence, and not after a moment', async () => {
    const { stream } = start()
    stream()?.say(POSITION)
    await vi.advanceTimersByTimeAsync(5000)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(Stream.all.length).toBe(1)
    await vi.advanceTimersByTimeAsync(20_000)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(Stream.all.length).toBe(2)
  })
})

describe('where streams cannot pass', () => {
  it('the position is asked for again and again, and a stream is tried once a minute', async () => {
    const poll = answerPolls()
    const { states, heard } = start()
    await vi.advanceTimersByTimeAsync(6000)
    expect(Stream.all[0]?.open).toBe(false)
    expect(states).toEqual(['connecting', 'live'])
    expect(heard).toEqual([[POSITION, true]])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(poll.mock.calls.length).toBeGreaterThan(6)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(Stream.all.length).toBe(2)
    expect(states).toEqual(['connecting', 'live'])
  })

  it('because all places are taken, the position is polled too', async () => {
    answerPolls()
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
    const poll = vi.spyOn(globalThis, 'fetch')
    const { states } = start()
    await vi.advanceTimersByTimeAsync(9000)
    expect(poll).toHaveBeenCalledOnce()
    expect(Stream.all.length).toBe(2)
    expect(states).toEqual(['connecting'])
  })
})

it('says nothing any more once it is closed', async () => {
  const poll = answerPolls()
  const { client, states, heard, stream } = start()
  client.close()
  stream()?.say(POSITION)
  stream()?.onerror?.()
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect([states, heard, poll.mock.calls, Stream.all.length]).toEqual([['connecting'], [], [], 1])
})
