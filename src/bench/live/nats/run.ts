import { type Figure, renderTable } from '../../figures.ts'
import { Crowd } from '../crowd.ts'
import { measureMoves } from '../measures.ts'
import { type Cluster, startCluster } from './cluster.ts'
import { driveByTwo } from './drivers.ts'
import {
  killEdge,
  killLeader,
  type Outage,
  pauseLeader,
  pauseMajority,
  readSeq,
  type Scene,
} from './faults.ts'
import { soak } from './soak.ts'

export interface NatsBenchOptions {
  readonly followers: number
  readonly moves: number
  /** Seconds that two drivers write at once. */
  readonly drive: number
  /** Seconds that followers come and go. */
  readonly soak: number
}

/** How many followers come a second. */
const RUSH = 2500
/** Seconds that two of three brokers stand still. */
const PAUSE = 10
/** A soak is a light load: not how many, but how long. */
const SOAKING = 0.2

/** Measures three brokers, three edges and two stages on this machine; prints as it goes, and a table at the end. */
export async function benchNats(options: NatsBenchOptions): Promise<void> {
  const cluster = await startCluster()
  try {
    const figures = [...(await measureCrowd(cluster, options)), ...(await measureSoak(cluster, options))]
    console.log(`\n${renderTable(figures)}`)
  } finally {
    await cluster.stop()
  }
}

async function measureCrowd(
  cluster: Cluster,
  { followers, moves, drive }: NatsBenchOptions,
): Promise<Figure[]> {
  const say = (what: string) => console.log(`${what} …`)
  const crowd = new Crowd(...cluster.edges.map(({ port }) => port))
  const scene: Scene = { cluster, crowd }
  try {
    say(`${followers} followers come to three edges`)
    await crowd.grow(followers, RUSH)
    say('Moves')
    const moved = await measureMoves({ hub: cluster.stages[0], crowd, moves, seen: 0 })
    say(`Two drivers for ${drive} s`)
    const driven = await driveByTwo(scene, drive)
    const witness = crowd.bearWitness()
    say('The leading broker is killed')
    const killed = await killLeader(scene)
    say('The leading broker stands still')
    const paused = await pauseLeader(scene)
    say(`Two of three brokers stand still for ${PAUSE} s`)
    const split = await pauseMajority(scene, PAUSE)
    say('An edge is killed')
    const edge = await killEdge(scene)
    return [
      ms('a move arrives, p50', moved.p50),
      { ...ms('a move arrives, p99 of all moves', moved.p99), target: '≤ 500 ms' },
      ms('… p99 of the median move', moved.usual99),
      count('two drivers: writes taken, all seen by every follower as written', driven.accepted),
      count('… writes refused, each told the newer position', driven.refused),
      none('… refused and not told', driven.untold),
      none('… taken and not seen', driven.unseen),
      none('… positions missed by a follower', driven.gaps),
      none('… told out of order, told otherwise', driven.backwards + driven.differing),
      ...outage('leading broker killed', killed, '≤ 10 s'),
      ...outage('leading broker stands still', paused),
      count('two of three brokers stand still: writes tried', split.tried),
      none('… writes taken', split.taken),
      ...outage('they go on', split),
      seconds('edge killed: every follower right again', edge.arrived, '≤ 15 s'),
      count('… its followers', edge.lost),
      none('over all faults: told out of order, told otherwise', witness.backwards + witness.differing),
    ]
  } finally {
    crowd.close()
  }
}

async function measureSoak(cluster: Cluster, options: NatsBenchOptions): Promise<Figure[]> {
  const followers = Math.round(options.followers * SOAKING)
  console.log(`${followers} followers come and go for ${options.soak} s …`)
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

/** Where the talk is, by asking one who joins. */
async function askSeq({ edges }: Cluster): Promise<number> {
  const crowd = new Crowd(...edges.slice(0, 1).map(({ port }) => port))
  await crowd.grow(1, 1)
  crowd.close()
  return readSeq(crowd)
}

function outage(name: string, { accepted, arrived, lost }: Outage, target = ''): Figure[] {
  return [
    seconds(`${name}: a write is taken again`, accepted, target),
    seconds('… every follower has it', arrived),
    none('… streams that ended', lost),
  ]
}

const ms = (name: string, value: number): Figure => ({ name, unit: 'ms', values: [value] })
const mb = (name: string, value: number): Figure => ({ name, unit: 'MB', values: [value] })
const count = (name: string, value: number): Figure => ({ name, unit: 'count', values: [value] })
const none = (name: string, value: number): Figure => ({ ...count(name, value), target: '0' })
const seconds = (name: string, value: number, target = ''): Figure => ({
  name,
  unit: 's',
  values: [value],
  target,
})
