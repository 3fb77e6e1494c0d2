import type { KV, KvEntry } from '@nats-io/kv'
import { onTestFinished, test } from 'vitest'
import { eventually } from '../../tests/eventually.ts'
import type { Position } from '../live/protocol/position.ts'
import { RoomWatch } from './room-watch.ts'

const position = (seq: number): Position => ({
  run: 1,
  seq,
  slide: 'a',
  step: 0,
  blank: false,
  sentAt: 1000 + seq,
})
const entry = (value: unknown): KvEntry => ({
  bucket: 'deck-live',
  key: 'hall',
  rawKey: 'hall',
  value: new Uint8Array(),
  length: 0,
  created: new Date(0),
  revision: 1,
  operation: 'PUT',
  json: () => JSON.parse(JSON.stringify(value)),
  string: () => JSON.stringify(value),
})

/** A bucket whose watchers stay silent, like those of a dead broker. */
function openSilentBucket() {
  const bucket = { watchers: 0, kept: entry(position(1)), failing: false }
  const store: Pick<KV, 'get' | 'watch'> = {
    get: async () => {
      if (bucket.failing) throw new Error('no broker')
      return bucket.kept
    },
    watch: async () => {
      bucket.watchers++
      let stop = () => {}
      const stopped = new Promise<void>((resolve) => {
        stop = resolve
      })
      return {
        async *[Symbol.asyncIterator]() {
          await stopped
          yield* []
        },
        stop,
        getProcessed: () => 0,
        getPending: () => 0,
        getReceived: () => 0,
      }
    },
  }
  const heard: Position[] = []
  const attempts: unknown[] = []
  const watch = new RoomWatch({
    room: 'hall',
    bucket: store,
    interval: 10,
    onAttempt: (_, error) => attempts.push(error),
  })
  onTestFinished(() => watch.end())
  watch.listen((next) => heard.push(next))
  return { bucket, heard, attempts, watch }
}

test('a position that a silent watcher misses is read, and the watcher restarts', async () => {
  const { bucket, heard } = openSilentBucket()
  await eventually(() => heard).toEqual([position(1)])
  await eventually(() => bucket.watchers).toBe(2)
  bucket.kept = entry(position(2))
  await eventually(() => heard).toEqual([position(1), position(2)])
  await eventually(() => bucket.watchers).toBe(3)
})

test('an outdated position from a replica is ignored', async () => {
  const { bucket, heard, attempts } = openSilentBucket()
  bucket.kept = entry(position(5))
  await eventually(() => heard.at(-1)).toEqual(position(5))
  bucket.kept = entry(position(4))
  const before = attempts.length
  await eventually(() => attempts.length).toBeGreaterThan(before + 4)
  heard.splice(0, heard.length - 1)
  await eventually(() => heard).toEqual([position(5)])
})

test('a failed attempt is reported, and others follow', async () => {
  const { bucket, heard, attempts } = openSilentBucket()
  await eventually(() => heard).toHaveLength(1)
  bucket.failing = true
  await eventually(() => attempts.at(-1)).toEqual(new Error('no broker'))
  bucket.failing = false
  bucket.kept = entry(position(2))
  await eventually(() => heard.at(-1)).toEqual(position(2))
})

test('an invalid position is ignored', async () => {
  const { bucket, heard, attempts } = openSilentBucket()
  await eventually(() => heard).toHaveLength(1)
  const before = attempts.length
  for (const junk of ['text', { seq: 9 }, { ...position(9), seq: '9' }, null]) {
    bucket.kept = entry(junk)
    const now = attempts.length
    await eventually(() => attempts.length).toBeGreaterThan(now + 2)
  }
  bucket.kept = { ...entry(position(9)), operation: 'DEL' }
  await eventually(() => attempts.length).toBeGreaterThan(before + 12)
  bucket.kept = entry(position(2))
  await eventually(() => heard.map(({ seq }) => seq)).toEqual([1, 2])
})
