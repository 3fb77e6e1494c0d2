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
  /** The seq of the talk's position. */
  readonly seen: number
}

export interface Soaked {
  /** The memory of all edges in MB, at each twelfth of the time. */
  readonly memory: readonly number[]
  readonly joins: number
  readonly moves: number
  /** How many file descriptors the edges have gained at the end; undefined on systems without `/proc`. */
  readonly descriptors: number | undefined
}

/** The part of the followers that leaves, and is replaced, each second. */
const CHANGE = 0.02
const SAMPLES = 12
/** How long an edge may take to notice that its followers have gone, in milliseconds. */
const TO_LEAVE = 2000

/** Lets followers come and go while the talk moves, for `duration` seconds; measures the edges then. */
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

/** The edges' memory in MB. */
export async function sumMemory(edges: readonly HubProcess[]): Promise<number> {
  const kilobytes = await Promise.all(edges.map((edge) => edge.measureMemory()))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000
}

/** The open files of all edges; undefined on systems without `/proc`. */
async function countDescriptors(edges: readonly HubProcess[]): Promise<number | undefined> {
  try {
    const open = await Promise.all(edges.map((edge) => readdir(`/proc/${edge.pid()}/fd`)))
    return open.reduce((sum, { length }) => sum + length, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
