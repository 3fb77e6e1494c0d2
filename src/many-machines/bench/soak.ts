import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Crowd } from '../../bench/live/crowd.ts'
import type { HubProcess } from '../../bench/live/hub.ts'
import type { Cluster } from './cluster.ts'

export interface SoakOptions {
  readonly cluster: Cluster
  readonly followers: number
  /** Seconds. */
  readonly duration: number
  /** Where the talk is. */
  readonly seen: number
}

export interface Soaked {
  /** Memory of all edges, in MB, at each twelfth of the time. */
  readonly memory: readonly number[]
  readonly joins: number
  readonly moves: number
  /** Descriptors that the edges have more at the end than at the beginning; undefined where the system does not tell. */
  readonly descriptors: number | undefined
}

/** How many of a hundred go and come each second. */
const CHANGE = 0.02
const SAMPLES = 12
/** How long an edge may take to see that its followers have gone, in milliseconds. */
const TO_LEAVE = 2000

/** Followers come and go, and the talk moves, for as long as wanted: what the edges hold then. */
export async function soak({ cluster, followers, duration, seen }: SoakOptions): Promise<Soaked> {
  const { edges, stages } = cluster
  const before = await countDescriptors(edges)
  const crowd = new Crowd(...edges.map(({ port }) => port))
  await crowd.grow(followers, 2000)
  const change = Math.max(1, Math.round(followers * CHANGE))
  const memory: number[] = []
  const startedAt = performance.now()
  let moves = 0
  let joins = followers
  let seq = seen
  while (memory.length < SAMPLES) {
    const second = performance.now()
    seq = await stages[0].move(seq)
    moves++
    crowd.shrink(change)
    await crowd.grow(change, change * 2)
    joins += change
    await crowd.waitFor(seq)
    if (performance.now() - startedAt >= ((memory.length + 1) * duration * 1000) / SAMPLES) {
      memory.push(await sumMemory(edges))
    }
    await sleep(Math.max(0, 1000 - (performance.now() - second)))
  }
  crowd.close()
  await sleep(TO_LEAVE)
  const after = await countDescriptors(edges)
  return {
    memory,
    joins,
    moves,
    descriptors: before === undefined || after === undefined ? undefined : after - before,
  }
}

/** In MB. */
export async function sumMemory(edges: readonly HubProcess[]): Promise<number> {
  const kilobytes = await Promise.all(edges.map((edge) => edge.measureMemory()))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000
}

/** Open files of all edges; undefined on systems that keep no `/proc`. */
async function countDescriptors(edges: readonly HubProcess[]): Promise<number | undefined> {
  try {
    const open = await Promise.all(edges.map((edge) => readdir(`/proc/${edge.pid()}/fd`)))
    return open.reduce((sum, { length }) => sum + length, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
