import { execFileSync } from 'node:child_process'
import { describeMachine, type Figure, figure, renderTable } from '../figures.ts'
import { Crowd, RUSH } from './crowd.ts'
import { type HubProcess, startHub } from './hub.ts'
import { measureMoves, quantile } from './measures.ts'

const KINDS = ['naive', 'ours'] as const
type Kind = (typeof KINDS)[number]

const JOINS = { count: 2000, perSecond: 500 }
const STALLED = 1000

export interface LiveBenchOptions {
  readonly followers: number
  readonly rounds: number
  readonly moves: number
}

/** Measures the live channel and a naive hub in turns; prints the table. */
export async function runLiveBench(options: LiveBenchOptions): Promise<void> {
  const measured: Record<Kind, Figure[][]> = { naive: [], ours: [] }
  for (let round = 1; round <= options.rounds; round++) {
    for (const kind of KINDS) {
      console.log(`Round ${round} of ${options.rounds}, ${kind} …`)
      measured[kind].push(await measureRound(kind, options))
    }
  }
  const { naive, ours } = measured
  const table = ours[0]?.map((first, index): Figure => {
    const values = ours.flatMap((round) => round[index]?.values ?? [])
    const own = ours.flatMap((round) => round[index]?.floor ?? [])
    const floor = own.length > 0 ? own : naive.flatMap((round) => round[index]?.values ?? [])
    return { ...first, values, ...(floor.length > 0 && { floor }) }
  })
  console.log(`\n${renderTable(table ?? [])}`)
}

/** Prints the machine and versions; throws when the system allows too few open files. */
export function checkMachine(followers: number): void {
  // Each follower needs an open file. Node has already raised its own limit as far as allowed.
  const needed = followers + JOINS.count + 500
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  if (limit !== 'unlimited' && Number(limit) < needed) {
    throw new Error(
      `${needed} open files are needed, ${limit} are allowed; raise it (ulimit -n ${needed}) or use fewer --followers`,
    )
  }
  console.log(`${describeMachine()}, ${followers} followers`)
}

/** The naive hub has only the first figures, which are the floor of ours. */
async function measureRound(kind: Kind, { followers, moves }: LiveBenchOptions): Promise<Figure[]> {
  const hub = await startHub('src/bench/live/hub-process.ts', kind)
  const crowd = new Crowd(hub.port)
  try {
    const idle = await hub.measure()
    await crowd.grow(followers, RUSH)
    const moved = await measureMoves(hub, crowd, moves)
    const full = await hub.measure()
    const joined = await measureJoins(hub.port, crowd.seq)
    const figures = [
      figure('a move arrives, p50', 'ms', moved.p50, '≤ 150 ms'),
      figure('a move arrives, p99', 'ms', moved.p99, '≤ 300 ms'),
      figure('a move arrives, p99 of the median move', 'ms', moved.usual99),
      figure('memory a follower', 'KB', (full.memory - idle.memory) / followers, '≤ 20 KB'),
      figure(`${JOINS.perSecond} joins a second, p99`, 'ms', joined, '≤ 300 ms'),
    ]
    if (kind === 'naive') return figures
    const stalled = new Crowd(hub.port)
    await stalled.grow(STALLED, RUSH)
    stalled.stall()
    const beside = await measureMoves(hub, crowd, moves)
    stalled.close()
    const what = `a move arrives beside ${STALLED} who do not read, p99 of the median move (floor: without them)`
    const restart = await measureRestart(hub, crowd)
    return [
      ...figures,
      { ...figure(what, 'ms', beside.usual99, '≤ 1.20 × floor'), floor: [moved.usual99] },
      figure(`killed and restarted, until all ${followers} are right`, 's', restart, '≤ 15 s'),
    ]
  } finally {
    crowd.close()
    await hub.stop()
  }
}

/** Adds followers at a steady pace: the p99 of the milliseconds from a connection to the current position. */
async function measureJoins(port: number, seq: number): Promise<number> {
  const crowd = new Crowd(port)
  await crowd.grow(JOINS.count, JOINS.perSecond)
  const { members } = crowd
  crowd.close()
  const wrong = members.filter((member) => member.seq !== seq).length
  if (wrong > 0)
    throw new Error(`${wrong} of ${members.length} new followers did not get the current position`)
  return quantile(
    members.map(({ askedAt, firstAt }) => firstAt - askedAt),
    0.99,
  )
}

/** Kills and restarts the hub: seconds until all followers have the position that the driver writes then. */
async function measureRestart(hub: HubProcess, crowd: Crowd): Promise<number> {
  const { seq } = crowd
  crowd.comeBack()
  const killedAt = performance.now()
  const arrived = crowd.waitFor(seq + 1)
  await hub.restart()
  await hub.move(seq)
  await arrived
  return (performance.now() - killedAt) / 1000
}
