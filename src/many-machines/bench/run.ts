import { type Figure, figure, renderTable } from '../../bench/figures.ts'
import { Crowd, RUSH } from '../../bench/live/crowd.ts'
import { measureMoves } from '../../bench/live/measures.ts'
import { measureEdges, startCluster } from './cluster.ts'
import { driveByTwo } from './drive-by-two.ts'
import { killEdge, killLeader, pauseLeader, pauseMajority, type Scene } from './faults.ts'
import { measureProxy } from './measure-proxy.ts'
import { measureWatchers } from './measure-watchers.ts'
import { soak } from './soak.ts'

/** The parts that share one crowd of followers, then those after it, in the order they run. */
const CROWDED = ['moves', 'drivers', 'brokers', 'partition', 'edge'] as const
const ALONE = ['watchers', 'proxy', 'soak'] as const
export const PARTS = [...CROWDED, ...ALONE]
type Part = (typeof PARTS)[number]

export interface NatsBenchOptions {
  readonly followers: number
  readonly moves: number
  readonly parts: readonly Part[]
  /** Seconds for which two drivers write at once, and for which followers come and go. */
  readonly drive: number
  readonly soak: number
}

/** Seconds for which two of three brokers are stopped. */
const PAUSE = 10
/** The part of the followers in a soak: it is a light load for a long time. */
const SOAKING = 0.2
/** Seconds between two heartbeats, as in `src/live/server/server.ts`. */
const HEARTBEAT = 15

/** Measures three brokers, three edges and two stages on this machine; prints progress, then a table. */
export async function benchNats(options: NatsBenchOptions): Promise<void> {
  const cluster = await startCluster()
  const crowd = new Crowd(...cluster.edges.map(({ port }) => port))
  const figures: Figure[] = []
  try {
    const scene = { cluster, crowd }
    const measure = async (parts: readonly Part[]) => {
      for (const part of parts) figures.push(...(await MEASURES[part](scene, options)))
    }
    const crowded = CROWDED.filter((part) => options.parts.includes(part))
    if (crowded.length > 0) figures.push(await gather(scene, options.followers))
    await measure(crowded)
    crowd.close()
    await measure(ALONE.filter((part) => options.parts.includes(part)))
    console.log(`\n${renderTable(figures)}`)
  } finally {
    crowd.close()
    await cluster.stop()
  }
}

async function gather({ cluster, crowd }: Scene, followers: number): Promise<Figure> {
  say(`${followers} followers come to three edges`)
  const idle = await measureEdges(cluster)
  await crowd.grow(followers, RUSH)
  const full = await measureEdges(cluster)
  return figure('memory a follower, at its edge', 'KB', (full.memory - idle.memory) / followers)
}

type Measure = (scene: Scene, options: NatsBenchOptions) => Promise<Figure[]>

const MEASURES: Readonly<Record<Part, Measure>> = {
  async moves({ cluster, crowd }, { moves }) {
    say(`${moves} moves`)
    const startedAt = performance.now()
    const before = await measureEdges(cluster)
    const { p50, p99, usual99 } = await measureMoves(cluster.stages[0], crowd, moves)
    const used = (await measureEdges(cluster)).processor - before.processor
    const beats = (performance.now() - startedAt) / 1000 / HEARTBEAT
    const message = (used * 1e6) / (crowd.members.length * (moves + beats))
    return [
      figure('a move arrives, p50', 'ms', p50),
      figure('a move arrives, p99 of all moves', 'ms', p99, '≤ 500 ms'),
      figure('… p99 of the median move', 'ms', usual99),
      figure('processor time of an edge for a message to one follower', 'µs', message),
    ]
  },
  drivers(scene, { drive }) {
    say(`Two drivers for ${drive} s`)
    return driveByTwo(scene, drive)
  },
  async brokers(scene) {
    say('The leading broker is killed')
    const killed = await killLeader(scene)
    say('The leading broker stands still')
    return [...killed, ...(await pauseLeader(scene))]
  },
  partition(scene) {
    say(`Two of three brokers stand still for ${PAUSE} s`)
    return pauseMajority(scene, PAUSE)
  },
  edge(scene) {
    say('An edge is killed')
    return killEdge(scene)
  },
  watchers({ cluster }) {
    say('A hundred edges watch the brokers')
    return measureWatchers(cluster)
  },
  proxy({ cluster }) {
    say('Followers come through nginx')
    return measureProxy(cluster)
  },
  soak({ cluster }, { followers, soak: duration }) {
    const few = Math.round(followers * SOAKING)
    say(`${few} followers come and go for ${duration} s`)
    return soak(cluster, few, duration)
  },
}

function say(what: string): void {
  console.log(`${what} …`)
}
