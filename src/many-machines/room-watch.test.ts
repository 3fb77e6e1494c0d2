import { PassThrough } from 'node:stream'
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
const entry = (value: unknown, operation = 'PUT') =>
  ({ operation, string: () => JSON.stringify(value) }) as KvEntry

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
      const silent = new PassThrough({ objectMode: true })
      return Object.assign(silent, { stop: () => silent.end() }) as unknown as Awaited<
        ReturnType<KV['watch']>
      >
    },
  }
  const heard: Position[] = []
  const attempts: unknown[] = []
  const onAttempt = (_: string, error: unknown) => attempts.push(error)
  const watch = new RoomWatch({ room: 'hall', bucket: store, interval: 10, onAttempt })
  onTestFinished(() => watch.end())
  watch.listen((next) => heard.push(next))
  return { bucket, heard, attempts }
}

test('a position that a silent watcher misses is read, and the watcher restarts', async () => {
  const { bucket, heard } = openSilentBucket()
  await eventually(() => heard).toEqual([position(1)])
  await eventually(() => bucket.watchers).toBe(2)
  bucket.kept = entry(position(2))
  await eventually(() => heard).toEqual([position(1), position(2)])
  await eventually(() => bucket.watchers).toBe(3)
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

test('an outdated position from a replica is ignored, and so is an invalid one', async () => {
  const { bucket, heard, attempts } = openSilentBucket()
  await eventually(() => heard).toHaveLength(1)
  for (const junk of [
    entry(position(0)),
    entry('text'),
    entry({ seq: 9 }),
    entry({ ...position(9), seq: '9' }),
    entry(null),
    entry(position(9), 'DEL'),
  ]) {
    bucket.kept = junk
    const now = attempts.length
    await eventually(() => attempts.length).toBeGreaterThan(now + 2)
  }
  bucket.kept = entry(position(2))
  await eventually(() => heard.map(({ seq }) => seq)).toEqual([1, 2])
})
