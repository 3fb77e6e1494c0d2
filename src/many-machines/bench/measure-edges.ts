import type { Figure } from '../../bench/figures.ts'
import type { Crowd } from '../../bench/live/crowd.ts'
import type { HubProcess } from '../../bench/live/hub.ts'
import { measureMoves } from '../../bench/live/measures.ts'
import type { Cluster } from './cluster.ts'
import { ms } from './list-figures.ts'

export interface EdgesOptions {
  readonly cluster: Cluster
  readonly crowd: Crowd
  readonly moves: number
  /** The seq of the talk's position. */
  readonly seen: number
}

/** Seconds between two heartbeats, as in `src/live/server/server.ts`. */
const HEARTBEAT = 15

/** Measures how long a move takes to reach everyone, and what sending to one follower costs an edge. */
export async function measureEdges({ cluster, crowd, moves, seen }: EdgesOptions): Promise<Figure[]> {
  const { edges, stages } = cluster
  const startedAt = performance.now()
  const before = await sumProcessor(edges)
  const moved = await measureMoves({ hub: stages[0], crowd, moves, seen })
  const used = (await sumProcessor(edges)) - before
  const beats = (performance.now() - startedAt) / 1000 / HEARTBEAT
  const told = crowd.members.length * (moves + beats)
  return [
    ms('a move arrives, p50', moved.p50),
    ms('a move arrives, p99 of all moves', moved.p99, '≤ 500 ms'),
    ms('… p99 of the median move', moved.usual99),
    {
      name: 'processor time of an edge for a message to one follower',
      unit: 'µs',
      values: [(used * 1e6) / told],
    },
  ]
}

async function sumProcessor(edges: readonly HubProcess[]): Promise<number> {
  const used = await Promise.all(edges.map((edge) => edge.measureProcessor()))
  return used.reduce((sum, one) => sum + one, 0)
}
