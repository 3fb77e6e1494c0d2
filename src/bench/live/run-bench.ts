import { execFileSync } from 'node:child_process'
import os from 'node:os'
import { type Figure, renderTable } from '../figures.ts'
import { KINDS, type Kind, startHub } from './hub.ts'
import { gather, type Moved, measureJoins, measureMoves, measureRestart, type Quantiles } from './measures.ts'

const JOINS = { joins: 2000, perSecond: 500 }
const STALLED = 1000

export interface LiveBenchOptions {
  readonly followers: number
  readonly rounds: number
  readonly moves: number
}

/** The results of one round with one hub. Times in ms, memory in KB; the last three are for our hub alone. */
interface Round {
  readonly memory: number
  readonly moved: Moved
  readonly joined: Quantiles
  readonly besideStalled?: number
  readonly stalledMemory?: number
  readonly restart?: number
}

/** Measures the live channel and a naive hub in turns; prints the table. */
export async function runLiveBench(options: LiveBenchOptions): Promise<void> {
  const { followers, rounds } = options
  const results: Record<(typeof KINDS)[number], Round[]> = { naive: [], ours: [] }
  for (let round = 1; round <= rounds; round++) {
    for (const kind of KINDS) {
      console.log(`Round ${round} of ${rounds}, ${kind} …`)
      results[kind].push(await measureRound(kind, options))
    }
  }
  console.log(`\n${renderTable(listFigures(results, followers))}`)
}

/** Prints the machine and versions; throws when the system allows too few open files. */
export function checkMachine(followers: number): void {
  checkOpenFiles(followers + JOINS.joins + 500)
  const cores = os.availableParallelism()
  const processor = os.cpus()[0]?.model.trim() ?? process.arch
  console.log(
    `Node ${process.version}, ${cores} cores (${processor}), ${os.platform()}, ${followers} followers`,
  )
}

async function measureRound(kind: Kind, { followers, moves }: LiveBenchOptions): Promise<Round> {
  const hub = await startHub(kind)
  const idle = await hub.measureMemory()
  const crowd = await gather(hub, followers)
  try {
    const moved = await measureMoves({ hub, crowd, moves, seen: 0 })
    let { seen } = moved
    const full = await hub.measureMemory()
    const memory = (full - idle) / followers
    const joined = await measureJoins(hub, { ...JOINS, seq: seen })
    if (kind === 'naive') return { memory, moved, joined }
    const stalled = await gather(hub, STALLED)
    stalled.stall()
    const beside = await measureMoves({ hub, crowd, moves, seen })
    seen = beside.seen
    const stalledMemory = ((await hub.measureMemory()) - full) / STALLED
    stalled.close()
    const restart = await measureRestart({ hub, crowd, seen })
    return { memory, moved, joined, besideStalled: beside.usual99, stalledMemory, restart }
  } finally {
    crowd.close()
    await hub.stop()
  }
}

function listFigures({ naive, ours }: Record<(typeof KINDS)[number], Round[]>, followers: number): Figure[] {
  const compare = (name: string, target: string, pick: (round: Round) => number): Figure => ({
    name,
    unit: 'ms',
    values: ours.map(pick),
    floor: naive.map(pick),
    target,
  })
  const own = (pick: (round: Round) => number | undefined) => ours.map((round) => pick(round) ?? Number.NaN)
  return [
    compare('a move arrives, p50', '≤ 150 ms', ({ moved }) => moved.p50),
    compare('a move arrives, p99', '≤ 300 ms', ({ moved }) => moved.p99),
    compare('a move arrives, p99 of the median move', '', ({ moved }) => moved.usual99),
    { ...compare('memory a follower', '≤ 20 KB', ({ memory }) => memory), unit: 'KB' },
    compare(`${JOINS.perSecond} joins a second, p50`, '', ({ joined }) => joined.p50),
    compare(`${JOINS.perSecond} joins a second, p99`, '≤ 300 ms', ({ joined }) => joined.p99),
    {
      name: `a move arrives beside ${STALLED} who do not read, p99 of the median move (floor: without them)`,
      unit: 'ms',
      values: own(({ besideStalled }) => besideStalled),
      floor: ours.map(({ moved }) => moved.usual99),
      target: '≤ 1.20 × floor',
    },
    { name: 'memory a stalled follower', unit: 'KB', values: own(({ stalledMemory }) => stalledMemory) },
    {
      name: `killed and restarted, until all ${followers} are right`,
      unit: 's',
      values: own(({ restart }) => restart),
      target: '≤ 15 s',
    },
  ]
}

/** Each follower needs an open file. Node has already raised its own limit as far as allowed. */
function checkOpenFiles(needed: number): void {
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  if (limit !== 'unlimited' && Number(limit) < needed) {
    throw new Error(
      `${needed} open files are needed, ${limit} are allowed; raise it (ulimit -n ${needed}) or use fewer --followers`,
    )
  }
}
