import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, figure } from '../../bench/figures.ts'
import { quantile } from '../../bench/live/measures.ts'
import type { PositionStore } from '../../live/server/store.ts'
import { openNatsStore } from '../store-nats.ts'
import { type Cluster, serversFrom } from './cluster.ts'

/** As many edges as a million followers need; here without followers, in one process. */
const EDGES = 100
const MOVES = 30
/** Milliseconds between two moves. */
const PACE = 200

/** Measures how long a position takes through the brokers to many edges. */
export async function measureWatchers({ brokers, stages }: Cluster): Promise<Figure[]> {
  const stores: PositionStore[] = []
  const heard = Array.from({ length: EDGES }, () => 0)
  const news = new EventTarget()
  let seq = await stages[0].readSeq()
  try {
    for (let index = 0; index < EDGES; index++) {
      const servers = serversFrom(brokers, index)
      const store = await openNatsStore({ servers, login: {}, tls: {}, readOnly: true })
      stores.push(store)
      store.watch('hall', (position) => {
        heard[index] = position.seq
        if (heard.every((known) => known >= seq)) news.dispatchEvent(new Event('all'))
      })
    }
    const waited: number[] = []
    for (let move = 0; move < MOVES; move++) {
      const writtenAt = performance.now()
      seq++
      const all = once(news, 'all')
      await stages[0].move(seq - 1)
      await all
      waited.push(performance.now() - writtenAt)
      await sleep(PACE)
    }
    return [
      figure('edges that watch the brokers, without followers', 'count', EDGES),
      figure('… from a write until all know it, p50', 'ms', quantile(waited, 0.5)),
      figure('… p99', 'ms', quantile(waited, 0.99)),
    ]
  } finally {
    await Promise.all(stores.map((store) => store.close()))
  }
}
