import { Kvm } from '@nats-io/kv'
import { connect } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { eventually } from '../../tests/eventually.ts'
import { describeStore } from '../../tests/store-contract.ts'
import type { Position } from '../live/protocol/position.ts'
import type { PositionStore } from '../live/server/store.ts'
import { type BrokerOptions, type Brokers, findNatsServer, GET_NATS_SERVER, startBrokers } from './brokers.ts'
import { type NatsStoreOptions, openNatsStore } from './store-nats.ts'

if (findNatsServer() === undefined) console.warn(`Left out: ${GET_NATS_SERVER}`)

const at = (slide: string, seen: number) => ({
  seen,
  seq: seen + 1,
  slide,
  step: 1,
  blank: false,
  sentAt: 1000,
})

describe.skipIf(findNatsServer() === undefined)('positions in NATS', () => {
  let brokers: Brokers
  beforeAll(async () => {
    brokers = await startBrokers()
  })
  afterAll(() => brokers.stop())

  const open = (options: Partial<NatsStoreOptions> = {}): Promise<PositionStore> =>
    openNatsStore({ servers: brokers.servers, login: {}, tls: {}, ...options })
  /** What an administrator does to the bucket behind the stores' back. */
  const administrate = async (act: (bucket: Awaited<ReturnType<Kvm['open']>>) => Promise<unknown>) => {
    const connection = await connect({ servers: [...brokers.servers] })
    await act(await new Kvm(connection).open('deck-live'))
    await connection.close()
  }

  describeStore(async () => {
    const store = await open()
    await administrate((bucket) => bucket.destroy())
    await store.close()
    return open()
  })

  const openWatched = async (options: Partial<NatsStoreOptions> = {}) => {
    const store = await open(options)
    const heard: Position[] = []
    onTestFinished(() => store.close())
    return { store, heard, watch: (room: string) => store.watch(room, (position) => heard.push(position)) }
  }

  test('what one process writes another one hears, and the later of the two is told the newer', async () => {
    const [one, other] = [await openWatched(), await openWatched()]
    other.watch('two')
    const { position } = await one.store.write('two', at('a', 0))
    await eventually(() => other.heard).toEqual([position])
    expect(await other.store.write('two', at('b', 0))).toEqual({ accepted: false, position })
  })

  test('a process that was started later goes on where the talk is', async () => {
    const first = await open()
    const { position } = await first.write('later', at('a', 0))
    await first.close()
    const { heard, watch } = await openWatched()
    watch('later')
    await eventually(() => heard).toEqual([position])
  })

  test('a bucket that was taken away is made again, with the position in it', async () => {
    const { store } = await openWatched()
    store.watch('again', () => {})
    const { position } = await store.write('again', at('a', 0))
    await administrate((bucket) => bucket.destroy())
    const late = await openWatched({ readOnly: true })
    late.watch('again')
    await eventually(() => late.heard).toEqual([position])
    expect((await store.write('again', at('b', position.seq))).accepted).toBe(true)
  })

  test('a room that was emptied is believed when it counts anew', async () => {
    const [writer, edge] = [await openWatched(), await openWatched({ readOnly: true })]
    edge.watch('anew')
    await writer.store.write('anew', { ...at('a', 40), sentAt: 5000 })
    await eventually(() => edge.heard.at(-1)?.seq).toBe(41)
    await administrate((bucket) => bucket.purge('anew'))
    const { accepted, position } = await writer.store.write('anew', { ...at('b', 0), sentAt: 5001 })
    expect(accepted).toBe(true)
    expect(position.seq).toBe(1)
    await eventually(() => edge.heard.at(-1)).toEqual(position)
  })

  test('what someone else has put there is written over', async () => {
    const { store } = await openWatched()
    await administrate((bucket) => bucket.put('junk', 'no position'))
    expect(await store.write('junk', at('a', 0))).toMatchObject({ accepted: true, position: { seq: 1 } })
  })

  test('who only reads waits for the bucket, and says so', async () => {
    const first = await open()
    await administrate((bucket) => bucket.destroy())
    await first.close()
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

  test('a broker that dies is told once, writes are refused meanwhile, and all goes on when it is back', async () => {
    const own = await startBrokers()
    onTestFinished(() => own.stop())
    const onFault = vi.fn()
    const { store, heard, watch } = await openWatched({ servers: own.servers, onFault })
    watch('hall')
    const first = await store.write('hall', at('a', 0))
    own.kill(0)
    await eventually(() => store.fault()).toBeDefined()
    await expect(store.write('hall', at('b', first.position.seq))).rejects.toThrow(
      /^NATS did not take a write: [^\n]+$/,
    )
    await own.restart(0)
    await eventually(() => store.fault()).toBeUndefined()
    const second = await store.write('hall', at('c', first.position.seq))
    expect(second.position.seq).toBe(first.position.seq + 1)
    await eventually(() => heard).toEqual([first.position, second.position])
    expect(onFault.mock.calls).toEqual([[expect.any(String)], [undefined]])
  })
})

describe.skipIf(findNatsServer() === undefined)('a start without what it needs says in one line', () => {
  const run = async (options: BrokerOptions) => {
    const brokers = await startBrokers(options)
    onTestFinished(() => brokers.stop())
    return { servers: brokers.servers, login: {}, tls: {} }
  }

  test('that no NATS is there', async () => {
    const brokers = await startBrokers()
    await brokers.stop()
    const [server] = brokers.servers
    await expect(openNatsStore({ servers: brokers.servers, login: {}, tls: {} })).rejects.toThrow(
      `${server}: no NATS is listening there; start nats-server --jetstream`,
    )
  })

  test('that the login is wrong, without repeating it', async () => {
    const options = await run({ config: 'authorization { user: deck, password: right }' })
    const wrong = openNatsStore({ ...options, login: { user: 'deck', password: 'wrong' } })
    await expect(wrong).rejects.toThrow(/^nats:\S+ NATS does not let this login in; check NATS_USER/)
    const right = await openNatsStore({ ...options, login: { user: 'deck', password: 'right' } })
    await right.close()
  })

  test('that there are fewer brokers than replicas', async () => {
    const options = await run({})
    await expect(openNatsStore({ ...options, replicas: 3 })).rejects.toThrow(/--replicas 1/)
  })

  test('that the bucket is kept otherwise', async () => {
    const options = await run({ count: 3 })
    await (await openNatsStore({ ...options, replicas: 1 })).close()
    await expect(openNatsStore({ ...options, replicas: 3 })).rejects.toThrow(
      'the bucket is kept on 1, not 3; to change it: nats stream edit KV_deck-live --replicas 3',
    )
  })
})

describe.skipIf(findNatsServer() === undefined)('three brokers keep the contract', () => {
  let brokers: Brokers
  beforeAll(async () => {
    brokers = await startBrokers({ count: 3 })
  })
  afterAll(() => brokers.stop())
  const open = () => openNatsStore({ servers: brokers.servers, replicas: 3, login: {}, tls: {} })

  const takeAway = async () => {
    const connection = await connect({ servers: [...brokers.servers] })
    await (await new Kvm(connection).open('deck-live')).destroy().catch(() => undefined)
    await connection.close()
  }

  describeStore(async () => {
    await takeAway()
    return open()
  })

  test('also when two processes start at the same moment, before there is a bucket', async () => {
    for (let round = 0; round < 5; round++) {
      await takeAway()
      for (const store of await Promise.all([open(), open()])) await store.close()
    }
  })

  test('also when two processes write at the same moment', async () => {
    const stores = [await open(), await open()]
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()))
    })
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
      // What is asked while the brokers elect a leader is lost, and who asked can't know: it does not count.
      if (written.length < 2) continue
      expect(written.filter(({ accepted }) => accepted)).toHaveLength(1)
      expect(written[0]?.position).toEqual(written[1]?.position)
      round++
    }
  })
})

describe.skipIf(findNatsServer() === undefined)('three brokers', () => {
  test('lose one, and go on with all that was written', async () => {
    const brokers = await startBrokers({ count: 3 })
    onTestFinished(() => brokers.stop())
    const open = async (servers: readonly string[]) => {
      const store = await openNatsStore({ servers, login: {}, tls: {}, replicas: 3 })
      onTestFinished(() => store.close())
      return store
    }
    const store = await open(brokers.servers)
    const heard: Position[] = []
    store.watch('hall', (position) => heard.push(position))
    let { position } = await store.write('hall', at('a', 0))
    for (const index of [0, 1, 2]) {
      brokers.kill(index)
      const write = () => store.write('hall', at('b', position.seq)).catch(() => undefined)
      await eventually(async () => {
        const result = await write()
        // A write whose answer was lost may have been taken: then this one is told so.
        if (result !== undefined) position = result.position
        return result?.accepted
      }).toBe(true)
      await eventually(() => heard.at(-1)).toEqual(position)
      await brokers.restart(index)
    }
    expect(heard.map(({ seq }) => seq)).toEqual(heard.map((_, index) => index + 1))
  })

  test('of which two stand still take no write, and take them again when they go on', async () => {
    const brokers = await startBrokers({ count: 3 })
    onTestFinished(() => brokers.stop())
    const options = { login: {}, tls: {}, replicas: 3 }
    const store = await openNatsStore({ ...options, servers: brokers.servers.slice(0, 1) })
    onTestFinished(() => store.close())
    const { position } = await store.write('hall', at('a', 0))
    for (const index of [1, 2]) brokers.processes[index]?.kill('SIGSTOP')
    // A signal takes a moment; from the first write that fails on, none is taken.
    let seen = position.seq
    const write = (slide: string) => {
      seen += 100
      return store.write('hall', at(slide, seen))
    }
    await eventually(() => write('minority').then(String, String)).toContain('NATS did not take a write')
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(write('minority')).rejects.toThrow('NATS did not take a write')
    }
    for (const index of [1, 2]) brokers.processes[index]?.kill('SIGCONT')
    await eventually(async () => {
      const result = await write('b').catch(() => undefined)
      return result?.accepted
    }).toBe(true)
  })
})
