import { type Figure, renderTable } from '../../bench/figures.ts'
import { Crowd, type MessageFaults } from '../../bench/live/crowd.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { driveByTwo } from './drivers.ts'
import { killEdge, killLeader, pauseLeader, pauseMajority, readSeq, type Scene } from './faults.ts'
import { count, mb, none, outage, seconds } from './list-figures.ts'
import { measureEdges } from './measure-edges.ts'
import { measureProxy } from './measure-proxy.ts'
import { measureWatchers } from './measure-watchers.ts'
import { soak, sumMemory } from './soak.ts'

/** The parts of the bench, in the order they run. */
export const PARTS = [
  'moves',
  'drivers',
  'brokers',
  'partition',
  'edge',
  'watchers',
  'proxy',
  'soak',
] as const
type Part = (typeof PARTS)[number]

export interface NatsBenchOptions {
  readonly followers: number
  readonly moves: number
  readonly parts: readonly Part[]
  /** Seconds for which two drivers write at once, and for which followers come and go. */
  readonly drive: number
  readonly soak: number
}

/** Followers that join each second. */
const RUSH = 2500
/** Seconds for which two of three brokers are stopped. */
const PAUSE = 10
/** The part of the followers in a soak: it is a light load for a long time. */
const SOAKING = 0.2

/** Measures three brokers, three edges and two stages on this machine; prints progress, then a table. */
export async function benchNats(options: NatsBenchOptions): Promise<void> {
  const { parts, followers, soak: duration } = options
  const cluster = await startCluster()
  const figures: Figure[] = []
  try {
    const crowded = parts.filter((part) => part in CROWDED)
    if (crowded.length > 0) figures.push(...(await measureCrowd(cluster, options, crowded)))
    if (parts.includes('watchers')) {
      say('A hundred edges watch the brokers')
      figures.push(...(await measureWatchers(cluster, await askSeq(cluster))))
    }
    if (parts.includes('proxy')) {
      say('Followers come through nginx')
      figures.push(...(await measureProxy(cluster, await askSeq(cluster))))
    }
    if (parts.includes('soak')) {
      say(`${Math.round(followers * SOAKING)} followers come and go for ${duration} s`)
      figures.push(...(await measureSoak(cluster, options)))
    }
    console.log(`\n${renderTable(figures)}`)
  } finally {
    await cluster.stop()
  }
}

const toldWrongly = ({ backwards, differing }: Pick<MessageFaults, 'backwards' | 'differing'>) =>
  none('… told out of order, told otherwise', backwards + differing)

type Measure = (scene: Scene, options: NatsBenchOptions) => Promise<Figure[]>

/** The parts that share one crowd of followers. */
const CROWDED: Readonly<Partial<Record<Part, Measure>>> = {
  moves: ({ cluster, crowd }, { moves }) => {
    say(`${moves} moves`)
    return measureEdges({ cluster, crowd, moves, seen: readSeq(crowd) })
  },
  async drivers(scene, { drive }) {
    say(`Two drivers for ${drive} s`)
    const driven = await driveByTwo(scene, drive)
    return [
      count('two drivers: writes taken, all seen by every follower as written', driven.accepted),
      count('… writes refused, each told the newer position', driven.refused),
      none('… refused and not told', driven.untold),
      none('… taken and not seen', driven.unseen),
      none('… positions missed by a follower', driven.gaps),
      toldWrongly(driven),
    ]
  },
  async brokers(scene) {
    const faults = scene.crowd.checkMessages()
    say('The leading broker is killed')
    const killed = await killLeader(scene)
    say('The leading broker stands still')
    const paused = await pauseLeader(scene)
    return [
      ...outage('leading broker killed', killed, '≤ 10 s'),
      ...outage('leading broker stands still', paused),
      toldWrongly(faults),
    ]
  },
  async partition(scene) {
    const faults = scene.crowd.checkMessages()
    say(`Two of three brokers stand still for ${PAUSE} s`)
    const split = await pauseMajority(scene, PAUSE)
    return [
      count('two of three brokers stand still: writes tried', split.tried),
      none('… writes taken', split.taken),
      ...outage('they go on', split),
      toldWrongly(faults),
    ]
  },
  async edge(scene) {
    const faults = scene.crowd.checkMessages()
    say('An edge is killed')
    const edge = await killEdge(scene)
    return [
      seconds('edge killed: every follower right again', edge.arrived, '≤ 15 s'),
      count('… its followers', edge.lost),
      toldWrongly(faults),
    ]
  },
}

async function measureCrowd(
  cluster: Cluster,
  options: NatsBenchOptions,
  parts: readonly Part[],
): Promise<Figure[]> {
  const { followers } = options
  const crowd = new Crowd(...cluster.edges.map(({ port }) => port))
  try {
    say(`${followers} followers come to three edges`)
    const idle = await sumMemory(cluster.edges)
    await crowd.grow(followers, RUSH)
    const full = await sumMemory(cluster.edges)
    const figures: Figure[] = [
      { name: 'memory a follower, at its edge', unit: 'KB', values: [((full - idle) * 1000) / followers] },
    ]
    for (const part of parts) figures.push(...((await CROWDED[part]?.({ cluster, crowd }, options)) ?? []))
    return figures
  } finally {
    crowd.close()
  }
}

async function measureSoak(cluster: Cluster, options: NatsBenchOptions): Promise<Figure[]> {
  const followers = Math.round(options.followers * SOAKING)
  const seen = await askSeq(cluster)
  const soaked = await soak({ cluster, followers, duration: options.soak, seen })
  const [, second = Number.NaN] = soaked.memory
  console.log(`Memory of the three edges, MB: ${soaked.memory.map((value) => value.toFixed(0)).join(' ')}`)
  return [
    count('soak: joins', soaked.joins),
    count('… moves', soaked.moves),
    mb('… memory of the three edges after a sixth of the time', second),
    mb('… at the end', soaked.memory.at(-1) ?? Number.NaN),
    ...(soaked.descriptors === undefined ? [] : [none('… descriptors left behind', soaked.descriptors)]),
  ]
}

/** The seq of the talk's position, read by a new follower. */
async function askSeq({ edges }: Cluster): Promise<number> {
  const crowd = new Crowd(...edges.slice(0, 1).map(({ port }) => port))
  await crowd.grow(1, 1)
  crowd.close()
  return readSeq(crowd)
}

function say(what: string): void {
  console.log(`${what} …`)
}
