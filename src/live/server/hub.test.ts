import { expect, test } from 'vitest'
import { OUTLINE } from '../../../tests/live-server.ts'
import type { LiveMessage, Position } from '../protocol/position.ts'
import { Hub } from './hub.ts'
import type { Reader } from './room.ts'
import type { PositionStore } from './store.ts'
import { createMemoryStore } from './store-memory.ts'

const to = (slide: string, seen: number) => ({ seen, seq: seen + 1, slide, step: 0, blank: false })

test('a hub that was restarted goes on with the driver’s numbers, but with no absurd one', async () => {
  const { hub } = openHub()
  const absurd = await hub.write(to('story', Number.MAX_SAFE_INTEGER))
  expect(absurd).toEqual({ accepted: false, position: hub.position })
  expect(await hub.write(to('story', 120))).toMatchObject({ accepted: true, position: { seq: 121 } })
})

test('a slow follower gets only the newest position once it is ready', async () => {
  const { hub } = openHub()
  const slow = joinReader(hub)
  slow.result = 'full'
  for (let seen = 0; seen < 50; seen++) await hub.write(to('story', seen))
  expect(slow.seqs()).toEqual([0, 1])
  slow.result = 'sent'
  slow.follower.ready()
  expect(slow.seqs()).toEqual([0, 1, 50])
  slow.follower.ready()
  expect(slow.seqs()).toEqual([0, 1, 50])
})

test('a follower that does not read for too long is dropped, a late one is not', async () => {
  const { hub, clock } = openHub()
  const [stalled, late, good] = [joinReader(hub), joinReader(hub), joinReader(hub)]
  stalled.result = 'full'
  late.result = 'full'
  await hub.write(to('story', 0))
  clock.now += 20_000
  late.result = 'sent'
  late.follower.ready()
  hub.beat()
  expect(stalled.dropped).toBe(false)
  clock.now += 10_000
  hub.beat()
  expect(stalled.dropped).toBe(true)
  expect([late.dropped, good.dropped]).toEqual([false, false])
  expect(hub.followers).toBe(2)
})

test('a round of beats sends everyone the position once more, spread evenly', () => {
  const { hub } = openHub({ round: 5 })
  const readers = Array.from({ length: 10 }, () => joinReader(hub))
  const heard = () => readers.reduce((sum, { heard }) => sum + heard.length, 0)
  for (let beat = 1; beat <= 5; beat++) {
    hub.beat()
    expect(heard()).toBe(10 + 2 * beat)
  }
  for (const reader of readers) expect(reader.heard).toEqual([hub.position, hub.position])
})

test('a move during the sending of another goes to everyone once', async () => {
  const { hub, turns } = openHub({ byHand: true })
  const readers = Array.from({ length: 600 }, () => joinReader(hub))
  await hub.write(to('story', 0))
  await hub.write(to('story', 1))
  turns.run()
  const told = new Set(readers.map(({ seqs }) => seqs().join()))
  expect(told).toEqual(new Set(['0,1,2', '0,2']))
})

test('followers can leave and join while a move is being sent', async () => {
  const { hub, turns } = openHub({ byHand: true })
  const readers = Array.from({ length: 600 }, () => joinReader(hub))
  await hub.write(to('story', 0))
  for (const { follower } of readers.slice(200, 400)) follower.leave()
  const late = joinReader(hub)
  turns.run()
  expect(late.seqs()).toEqual([1])
  expect(readers.slice(400).every(({ seqs }) => seqs().join() === '0,1')).toBe(true)
  expect(hub.followers).toBe(401)
})

test('at the end everyone gets the last message, and the hub stops watching the store', () => {
  let watched = 0
  const store: PositionStore = {
    ...createMemoryStore(),
    watch() {
      watched++
      return () => watched--
    },
  }
  const { hub } = openHub({ store })
  const reader = joinReader(hub)
  expect(watched).toBe(1)
  hub.end()
  expect(reader.heard.slice(1)).toEqual([{ ended: true }])
  expect(watched).toBe(0)
})

test('a stored position that this talk does not have is reported and sent to nobody', () => {
  let tell = (_: Position) => {}
  const store: PositionStore = {
    ...createMemoryStore(),
    watch(_, listener) {
      tell = listener
      return () => {}
    },
  }
  const { hub, faults } = openHub({ store })
  const reader = joinReader(hub)
  tell({ run: 1, seq: 9, slide: 'gone', step: 0, blank: false, sentAt: 1000 })
  expect(faults).toEqual([expect.stringMatching(/^the store’s position of hall: slide .*start, story$/)])
  tell({ run: 1, seq: 8, slide: 'story', step: 9, blank: false, sentAt: 900 })
  tell({ run: 1, seq: 7, slide: 'start', step: 0, blank: false, sentAt: 800 })
  expect(reader.heard.slice(1)).toEqual([
    { run: 1, seq: 8, slide: 'story', step: 3, blank: false, sentAt: 900 },
  ])
})

interface OpenOptions {
  readonly round?: number
  readonly store?: PositionStore
  /** The test decides when the event loop's turns run. */
  readonly byHand?: boolean
}

function openHub({ round = 15, store = createMemoryStore(), byHand = false }: OpenOptions = {}) {
  const clock = { now: 1000 }
  const faults: string[] = []
  const waiting: (() => void)[] = []
  const hub = new Hub({
    outline: OUTLINE,
    room: 'hall',
    store,
    now: () => clock.now,
    patience: 30_000,
    round,
    report: ({ message }) => faults.push(message),
    defer: (callback) => (byHand ? waiting.push(callback) : callback()),
  })
  const run = () => {
    for (const callback of waiting) callback()
  }
  return { hub, clock, faults, turns: { run } }
}

function joinReader(hub: Hub) {
  const heard: LiveMessage[] = []
  const state = { result: 'sent' as 'sent' | 'full', dropped: false }
  const take = (chunk: Buffer) => heard.push(JSON.parse(chunk.toString().slice('data: '.length)))
  const reader: Reader = {
    send(chunk) {
      take(chunk)
      return state.result
    },
    end: take,
    drop() {
      state.dropped = true
    },
  }
  const follower = hub.join(reader)
  return Object.assign(state, {
    heard,
    follower,
    seqs: () => heard.map((message) => ('seq' in message ? message.seq : 'ended')),
  })
}
