import { Kvm } from '@nats-io/kv'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { eventually } from '../../tests/eventually.ts'
import { at, describeStore } from '../../tests/store-contract.ts'
import { findFreePorts } from '../find-free-ports.ts'
import type { Position } from '../live/protocol/position.ts'
import type { PositionStore } from '../live/server/store.ts'
import { type Brokers, findNatsServer, GET_NATS_SERVER, startBrokers } from './bench/brokers.ts'
import { type NatsStoreOptions, openNatsStore } from './store-nats.ts'

if (findNatsServer() === undefined) console.warn(`Left out: ${GET_NATS_SERVER}`)

/** Changes the bucket as an administrator could, without the stores. */
async function administrate<T>(
  servers: readonly string[],
  act: (connection: NatsConnection) => Promise<T>,
): Promise<T> {
  const connection = await connect({ servers: [...servers] })
  try {
    return await act(connection)
  } finally {
    await connection.close()
  }
}

const openBucket = (connection: NatsConnection) => new Kvm(connection).open('deck-live')
const takeAway = async (connection: NatsConnection) => {
  const bucket = await openBucket(connection)
  // The bucket may not exist yet.
  await bucket.destroy().catch(() => undefined)
}

describe.skipIf(findNatsServer() === undefined)('positions in NATS', () => {
  let brokers: Brokers
  beforeAll(async () => {
    brokers = await startBrokers()
  })
  afterAll(() => brokers.stop())

  const open = (options: Partial<NatsStoreOptions> = {}): Promise<PositionStore> =>
    openNatsStore({ servers: brokers.servers, login: {}, tls: {}, interval: 100, ...options })
  const inBucket = (act: (bucket: Awaited<ReturnType<typeof openBucket>>) => Promise<unknown>) =>
    administrate(brokers.servers, async (connection) => act(await openBucket(connection)))

  describeStore(async () => {
    await administrate(brokers.servers, takeAway)
    return open()
  })

  const openWatched = async (options: Partial<NatsStoreOptions> = {}) => {
    const store = await open(options)
    const heard: Position[] = []
    onTestFinished(() => store.close())
    return { store, heard, watch: (room: string) => store.watch(room, (position) => heard.push(position)) }
  }

  test('a process gets what another writes, even before its start, and a late write gets the newer', async () => {
    const [one, other] = [await openWatched(), await openWatched()]
    other.watch('two')
    const { position } = await one.store.write('two', at('a', 0))
    const later = await openWatched()
    later.watch('two')
    for (const { heard } of [other, later]) await eventually(() => heard).toEqual([position])
    expect(await other.store.write('two', at('b', 0))).toEqual({ accepted: false, position })
  })

  test('a deleted bucket is created again, with the position in it', async () => {
    const { store } = await openWatched()
    store.watch('again', () => {})
    const { position } = await store.write('again', at('a', 0))
    await inBucket((bucket) => bucket.destroy())
    const late = await openWatched({ readOnly: true })
    late.watch('again')
    await eventually(() => late.heard).toEqual([position])
    expect((await store.write('again', at('b', position.seq))).accepted).toBe(true)
  })

  test('a position of an emptied room counts as newer, although its seq is 1 again', async () => {
    const [writer, edge] = [await openWatched(), await openWatched({ readOnly: true })]
    edge.watch('anew')
    await writer.store.write('anew', { ...at('a', 40), sentAt: 5000 })
    await eventually(() => edge.heard.at(-1)?.seq).toBe(41)
    await inBucket((bucket) => bucket.purge('anew'))
    const { accepted, position } = await writer.store.write('anew', { ...at('b', 0), sentAt: 5001 })
    expect(accepted).toBe(true)
    expect(position.seq).toBe(1)
    await eventually(() => edge.heard.at(-1)).toEqual(position)
  })

  test('invalid data in the bucket is overwritten', async () => {
    const { store } = await openWatched()
    await inBucket((bucket) => bucket.put('junk', 'no position'))
    expect(await store.write('junk', at('a', 0))).toMatchObject({ accepted: true, position: { seq: 1 } })
  })

  test('a read-only process waits for the bucket, and says so', async () => {
    await administrate(brokers.servers, takeAway)
    const onFault = vi.fn()
    const edge = await openWatched({ readOnly: true, onFault })
    edge.watch('wait')
    await eventually(() => edge.store.fault()).toContain('no bucket')
    expect(onFault).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('the stage makes it'))
    const { store } = await openWatched()
    const { position } = await store.write('wait', at('a', 0))
    await eventually(() => edge.heard).toEqual([position])
    await eventually(() => edge.store.fault()).toBeUndefined()
    expect(onFault.mock.calls).toEqual([[expect.any(String)], [undefined]])
  })

  test('a dead broker is reported once, writes fail meanwhile, and all goes on when it is back', async () => {
    const onFault = vi.fn()
    const { store, heard, watch } = await openWatched({ onFault })
    watch('hall')
    const first = await store.write('hall', at('a', 0))
    brokers.kill(0)
    await eventually(() => store.fault()).toBeDefined()
    await expect(store.write('hall', at('b', first.position.seq))).rejects.toThrow(
      /^NATS did not take a write: [^\n]+$/,
    )
    await brokers.restart(0)
    await eventually(() => store.fault()).toBeUndefined()
    const second = await store.write('hall', at('c', first.position.seq))
    expect(second.position.seq).toBe(first.position.seq + 1)
    await eventually(() => heard).toEqual([first.position, second.position])
    expect(onFault.mock.calls).toEqual([[expect.any(String)], [undefined]])
  })

  test('a start says that no NATS listens, or that there are fewer brokers than replicas', async () => {
    const server = `nats://127.0.0.1:${await findFreePorts(1)}`
    await expect(open({ servers: [server] })).rejects.toThrow(
      `${server}: no NATS is listening there; start nats-server --jetstream`,
    )
    await administrate(brokers.servers, takeAway)
    await expect(open({ replicas: 3 })).rejects.toThrow(/--replicas 1/)
  })

  test('a start says that the login is wrong, without repeating it', async () => {
    const { servers, stop } = await startBrokers({
      config: 'authorization { user: deck, password: right }',
    })
    onTestFinished(stop)
    await expect(open({ servers, login: { user: 'deck', password: 'wrong' } })).rejects.toThrow(
      /^nats:\S+ NATS does not let this login in; check NATS_USER/,
    )
    await (await open({ servers, login: { user: 'deck', password: 'right' } })).close()
  })
})

/** The contract is tested with one broker; these tests cover what a cluster adds. */
describe.skipIf(findNatsServer() === undefined)('three brokers', () => {
  let brokers: Brokers
  beforeAll(async () => {
    brokers = await startBrokers({ count: 3 })
  })
  afterAll(() => brokers.stop())
  const start = (options: Partial<NatsStoreOptions> = {}) =>
    openNatsStore({ servers: brokers.servers, replicas: 3, login: {}, tls: {}, interval: 100, ...options })
  const open = async (options: Partial<NatsStoreOptions> = {}) => {
    const store = await start(options)
    onTestFinished(() => store.close())
    return store
  }

  test('let two processes start at the same moment, before the bucket exists', async () => {
    for (let round = 0; round < 5; round++) {
      await administrate(brokers.servers, takeAway)
      for (const store of await Promise.all([start(), start()])) await store.close()
    }
  })

  test('accept one of two writes of two processes at the same moment', async () => {
    const stores = [await open(), await open()]
    const writeBoth = (seen: number) =>
      Promise.allSettled(stores.map((store, index) => store.write('moment', at(`slide-${index}`, seen))))
    for (let round = 0, seen = 0; round < 60; ) {
      const both = await writeBoth(seen)
      const written = both.flatMap((write) => (write.status === 'fulfilled' ? [write.value] : []))
      for (const write of both) {
        if (write.status === 'rejected')
          expect(String(write.reason)).toContain('NATS does not answer in time')
      }
      seen = written[0]?.position.seq ?? seen
      // A request during a leader election is lost, and its outcome unknown: this round does not count.
      if (written.length < 2) continue
      expect(written.filter(({ accepted }) => accepted)).toHaveLength(1)
      expect(written[0]?.position).toEqual(written[1]?.position)
      round++
    }
  })

  test('refuse a start with another number of replicas than the bucket has', async () => {
    await administrate(brokers.servers, takeAway)
    await open({ replicas: 1 })
    await expect(start()).rejects.toThrow(
      'the bucket is kept on 1, not 3; to change it: nats stream edit KV_deck-live --replicas 3',
    )
    await administrate(brokers.servers, takeAway)
  })

  test('accept no write while two of them hang, and accept writes again when they go on', async () => {
    const store = await open({ servers: brokers.servers.slice(0, 1) })
    const { position } = await store.write('minority', at('a', 0))
    for (const index of [1, 2]) brokers.processes[index]?.kill('SIGSTOP')
    // A signal takes effect after a moment; after the first write that fails, no write is accepted.
    let seen = position.seq
    const write = (slide: string) => {
      seen += 100
      return store.write('minority', at(slide, seen))
    }
    await eventually(() => write('minority').then(String, String)).toContain('NATS did not take a write')
    await expect(write('minority')).rejects.toThrow('NATS did not take a write')
    for (const index of [1, 2]) brokers.processes[index]?.kill('SIGCONT')
    await eventually(async () => (await write('b').catch(() => undefined))?.accepted).toBe(true)
    // The bucket may have a leader before the cluster has one, which a start needs.
    await eventually(() => start().then((late) => late.close(), String)).toBeUndefined()
  })

  test('lose their leader, and go on with all that was written', async () => {
    const store = await open()
    const heard: Position[] = []
    store.watch('hall', (position) => heard.push(position))
    let { position } = await store.write('hall', at('a', 0))
    brokers.kill(await brokers.findLeader())
    const write = () => store.write('hall', at('b', position.seq)).catch(() => undefined)
    await eventually(async () => {
      const result = await write()
      // A write whose answer was lost may have been accepted: then this answer holds its position.
      if (result !== undefined) position = result.position
      return result?.accepted
    }).toBe(true)
    await eventually(() => heard.at(-1)).toEqual(position)
    expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, index) => index + 1))
  })
})
