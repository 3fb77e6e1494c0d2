import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, figure } from '../../bench/figures.ts'
import { Crowd } from '../../bench/live/crowd.ts'
import { type Cluster, measureEdges } from './cluster.ts'
import { none } from './faults.ts'

/** The part of the followers that leaves, and is replaced, each second. */
const CHANGE = 0.02
const SAMPLES = 12
/** How long an edge may take to notice that its followers have gone, in milliseconds. */
const TO_LEAVE = 2000

/** Lets followers come and go while the talk moves, for `duration` seconds; measures the edges then. */
export async function soak(cluster: Cluster, followers: number, duration: number): Promise<Figure[]> {
  const { edges, stages } = cluster
  const before = await measureEdges(cluster)
  const crowd = new Crowd(...edges.map(({ port }) => port))
  await crowd.grow(followers, 2000)
  const change = Math.max(1, Math.round(followers * CHANGE))
  /** In MB, at each twelfth of the time. */
  const memory: number[] = []
  const startedAt = performance.now()
  let moves = 0
  while (memory.length < SAMPLES) {
    const second = performance.now()
    const seq = await stages[0].move(crowd.seq)
    moves++
    crowd.shrink(change)
    await crowd.grow(change, change * 2)
    await crowd.waitFor(seq)
    if (performance.now() - startedAt >= ((memory.length + 1) * duration * 1000) / SAMPLES) {
      memory.push((await measureEdges(cluster)).memory / 1000)
    }
    await sleep(Math.max(0, 1000 - (performance.now() - second)))
  }
  crowd.close()
  await sleep(TO_LEAVE)
  const left = (await measureEdges(cluster)).descriptors - before.descriptors
  console.log(`Memory of the three edges, MB: ${memory.map((value) => value.toFixed(0)).join(' ')}`)
  return [
    figure('soak: joins', 'count', followers + moves * change),
    figure('… moves', 'count', moves),
    figure('… memory of the three edges after a sixth of the time', 'MB', memory[1] ?? Number.NaN),
    figure('… at the end', 'MB', memory.at(-1) ?? Number.NaN),
    ...(Number.isNaN(left) ? [] : [none('… descriptors left behind', left)]),
  ]
}
