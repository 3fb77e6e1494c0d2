import { expect, test } from 'vitest'
import type { Position } from '../src/live/protocol/position.ts'
import type { PositionStore } from '../src/live/server/store.ts'
import { eventually } from './eventually.ts'

/** The tests that every store has to pass. `open` returns an empty store; each test closes its own. */
export function describeStore(open: () => Promise<PositionStore>): void {
  const check = (title: string, run: (store: PositionStore) => Promise<void>) =>
    test(title, async () => {
      const store = await open()
      try {
        await run(store)
      } finally {
        await store.close()
      }
    })

  check('a write after the latest position is accepted and gets the next number', async (store) => {
    const { accepted, position } = await store.write('hall', at('a', 0))
    expect(accepted).toBe(true)
    expect(position).toEqual({ run: 1000, seq: 1, slide: 'a', step: 1, blank: false, sentAt: 1000 })
    const second = await store.write('hall', at('b', position.seq))
    expect(second).toMatchObject({ accepted: true, position: { slide: 'b' } })
    expect(second.position.seq).toBeGreaterThan(position.seq)
    const late = await store.write('hall', at('c', position.seq))
    expect(late).toEqual({ accepted: false, position: second.position })
    expect((await store.write('hall', at('d', second.position.seq))).accepted).toBe(true)
  })

  check('of two writes that have seen the same position, one is accepted', async (store) => {
    const { position } = await store.write('hall', at('a', 0))
    const both = await Promise.all(['b', 'c'].map((slide) => store.write('hall', at(slide, position.seq))))
    expect(both.filter(({ accepted }) => accepted)).toHaveLength(1)
    expect(both[0]?.position).toEqual(both[1]?.position)
  })

  check(
    'a write that skips numbers keeps its own, unless it has missed a write in between',
    async (store) => {
      const first = await store.write('hall', at('a', 0))
      const { seq } = first.position
      const between = await store.write('hall', at('b', seq))
      const late = await store.write('hall', { ...at('c', seq), seq: seq + 3 })
      expect(late).toEqual({ accepted: false, position: between.position })
      const next = await store.write('hall', { ...at('c', seq + 1), seq: seq + 3 })
      expect(next).toMatchObject({ accepted: true, position: { seq: seq + 3, slide: 'c' } })
    },
  )

  check('a write gets the store’s next number, or the one after what it has seen', async (store) => {
    for (const [seen, seq, got] of [
      [0, 5, 5],
      [5, 2, 6],
      [60, 61, 61],
    ] as const) {
      expect(await store.write('hall', { ...at('a', seen), seq })).toMatchObject({
        accepted: true,
        position: { seq: got },
      })
    }
  })

  check('the first write begins the room’s run, and only writes of that run are accepted', async (store) => {
    const { position: first } = await store.write('hall', { ...at('a', 0), run: 5000 })
    expect(first.run).toBe(5000)
    const lost = await store.write('hall', { ...at('b', 9), run: 4000 })
    expect(lost).toEqual({ accepted: false, position: first })
    const next = await store.write('hall', { ...at('b', first.seq), run: 5000 })
    expect(next).toMatchObject({ accepted: true, position: { run: 5000, slide: 'b' } })
  })

  check(
    'an empty room accepts no write of a run that it has lost, and says that it is empty',
    async (store) => {
      const lost = await store.write('hall', { ...at('a', 41), run: 5000 })
      expect(lost).toMatchObject({ accepted: false, position: { seq: 0 } })
      expect(await store.write('hall', { ...at('a', 0), seq: 42, run: 5001 })).toMatchObject({
        accepted: true,
        position: { run: 5001, seq: 42 },
      })
    },
  )

  check('concurrent writers get different numbers, and watchers hear them in order', async (store) => {
    const heard: Position[] = []
    store.watch('hall', (position) => heard.push(position))
    const taken: Position[] = []
    const drive = async (slide: string) => {
      for (let seen = 0; seen < 20; ) {
        const { accepted, position } = await store.write('hall', at(slide, seen))
        if (accepted) taken.push(position)
        seen = position.seq
      }
    }
    await Promise.all(['a', 'b', 'c'].map(drive))
    await eventually(() => heard.at(-1)?.seq).toBe(Math.max(...taken.map(({ seq }) => seq)))
    const bySeq = taken.toSorted((one, other) => one.seq - other.seq)
    expect(bySeq.map(({ seq }) => seq)).toEqual(bySeq.map((_, index) => index + 1))
    // A store may skip positions except for the newest, but those it sends are unchanged and in order.
    expect(heard).toEqual(bySeq.filter(({ seq }) => heard.some((position) => position.seq === seq)))
  })

  check('rooms are independent of each other', async (store) => {
    const hall = await store.write('hall', at('a', 0))
    const heard: Position[] = []
    store.watch('rehearsal', (position) => heard.push(position))
    await store.write('hall', at('b', hall.position.seq))
    const rehearsal = await store.write('rehearsal', at('c', 0))
    await eventually(() => heard).toEqual([rehearsal.position])
  })

  check('a watcher gets the current position and every later one', async (store) => {
    const first = await store.write('hall', at('a', 0))
    const heard: Position[] = []
    store.watch('hall', (position) => heard.push(position))
    await eventually(() => heard).toEqual([first.position])
    const second = await store.write('hall', at('b', first.position.seq))
    await eventually(() => heard.at(-1)).toEqual(second.position)
  })

  check('it reports no fault, and closing it twice ends all its watches', async (store) => {
    const heard: Position[] = []
    for (const room of ['hall', 'rehearsal']) store.watch(room, (position) => heard.push(position))
    const { position } = await store.write('hall', at('a', 0))
    await eventually(() => heard).toEqual([position])
    expect(store.fault()).toBeUndefined()
    await store.close()
    await store.close()
    expect(heard).toEqual([position])
  })

  check(
    'a watcher of an empty room gets nothing until someone writes, and nothing once it has stopped',
    async (store) => {
      const stopped: Position[] = []
      const heard: Position[] = []
      const stop = store.watch('hall', (position) => stopped.push(position))
      store.watch('hall', (position) => heard.push(position))
      stop()
      expect(heard).toEqual([])
      const { position } = await store.write('hall', at('a', 0))
      await eventually(() => heard).toEqual([position])
      expect(stopped).toEqual([])
    },
  )
}

/** A write after the position `seen`. */
export function at(slide: string, seen: number) {
  return { seen, seq: seen + 1, slide, step: 1, blank: false, sentAt: 1000 }
}
