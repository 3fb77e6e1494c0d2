import { setTimeout as sleep } from 'node:timers/promises'
import { median } from '../stats.ts'
import { Crowd } from './crowd.ts'
import type { HubProcess } from './hub.ts'

/** Milliseconds. */
export interface Quantiles {
  readonly p50: number
  readonly p99: number
}

/** Followers that join each second when only their number matters. */
const RUSH = 2500

/** Milliseconds between two moves: three a second, the pace of a speaker who looks for a slide. */
const PACE = 330

/** Throws when there are no values. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  if (sorted.length === 0) throw new Error('no values to take quantiles of')
  return { p50: at(0.5), p99: at(0.99) }
}

export async function gather(hub: HubProcess, count: number): Promise<Crowd> {
  const crowd = new Crowd(hub.port)
  await crowd.grow(count, RUSH)
  return crowd
}

export interface MoveOptions {
  readonly hub: HubProcess
  readonly crowd: Crowd
  readonly moves: number
  readonly seen: number
}

export interface Moved extends Quantiles {
  /** The median of the moves' p99, so that one move disturbed by the machine does not count. */
  readonly usual99: number
  /** The seq of the talk's last position. */
  readonly seen: number
}

/** Moves the talk repeatedly: measures the time from each write until each follower has the position. */
export async function measureMoves(options: MoveOptions): Promise<Moved> {
  const { hub, crowd, moves } = options
  let { seen } = options
  const latencies: number[] = []
  const slowest: number[] = []
  for (let move = 0; move < moves; move++) {
    const writtenAt = performance.now()
    const [seq] = await Promise.all([hub.move(seen), crowd.waitFor(seen + 1)])
    seen = seq
    const waited = crowd.members.map(({ at }) => at - writtenAt)
    slowest.push(quantiles(waited).p99)
    for (const time of waited) latencies.push(time)
    await sleep(Math.max(0, PACE - (performance.now() - writtenAt)))
  }
  return { ...quantiles(latencies), usual99: median(slowest), seen }
}

/** Adds followers at a steady pace: measures the time from a connection attempt to the current position. */
export async function measureJoins(hub: HubProcess, { joins, perSecond, seq }: Joins): Promise<Quantiles> {
  const crowd = new Crowd(hub.port)
  await crowd.grow(joins, perSecond)
  const wrong = crowd.members.filter((member) => member.seq !== seq).length
  crowd.close()
  if (wrong > 0) throw new Error(`${wrong} of ${joins} new followers did not get the current position`)
  return quantiles(crowd.members.map(({ askedAt, firstAt }) => firstAt - askedAt))
}

export interface Joins {
  readonly joins: number
  readonly perSecond: number
  /** The seq of the talk's position. */
  readonly seq: number
}

/** Kills and restarts the hub: seconds until all followers have the position that the driver writes then. */
export async function measureRestart({ hub, crowd, seen }: Omit<MoveOptions, 'moves'>): Promise<number> {
  crowd.comeBack()
  const killedAt = performance.now()
  const arrived = crowd.waitFor(seen + 1)
  await hub.restart()
  await hub.move(seen)
  await arrived
  return (performance.now() - killedAt) / 1000
}
