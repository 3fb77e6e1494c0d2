import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '../stats.ts'
import type { Crowd } from './crowd.ts'
import type { HubProcess } from './hub.ts'

/** Milliseconds between two moves: three a second, the pace of a speaker who looks for a slide. */
const PACE = 330

/** The value below which `share` of the values lie. Throws when there are no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  const found = sorted[Math.ceil(sorted.length * share) - 1]
  if (found === undefined) throw new Error('no values to take quantiles of')
  return found
}

/** Milliseconds. */
export interface Moved {
  readonly p50: number
  readonly p99: number
  /** The median of the moves' p99, so that one move disturbed by the machine does not count. */
  readonly usual99: number
}

/** Moves the talk repeatedly: measures the time from each write until each follower has the position. */
export async function measureMoves(hub: HubProcess, crowd: Crowd, moves: number): Promise<Moved> {
  const latencies: number[] = []
  const slowest: number[] = []
  for (let move = 0; move < moves; move++) {
    const { seq } = crowd
    const writtenAt = performance.now()
    await Promise.all([hub.move(seq), crowd.waitFor(seq + 1)])
    const waited = crowd.members.map(({ at }) => at - writtenAt)
    slowest.push(quantile(waited, 0.99))
    for (const time of waited) latencies.push(time)
    await sleep(Math.max(0, PACE - (performance.now() - writtenAt)))
  }
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), usual99: median(slowest) }
}
