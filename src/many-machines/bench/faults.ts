import { setTimeout as sleep } from 'node:timers/promises'
import type { Crowd } from '../../bench/live/crowd.ts'
import type { HubProcess } from '../../bench/live/hub.ts'
import type { Cluster } from './cluster.ts'

/** As a console's, between two attempts, in milliseconds. */
const RETRY = 200
/** Longest wait for a write to be taken, in milliseconds: then something is broken. */
const PATIENCE = 60_000

/** Until a process that was told to stand still does, in milliseconds. */
const STILL = 200

export interface Scene {
  readonly cluster: Cluster
  readonly crowd: Crowd
}

export interface Outage {
  /** Until a write was taken again, in seconds. */
  readonly accepted: number
  /** Until every follower had it, in seconds. */
  readonly arrived: number
  /** Streams that ended meanwhile. */
  readonly lost: number
}

/** Tries until a write is taken, as a console does: what it is told is newer, it has then seen. */
async function writeUntilTaken(stage: HubProcess, seen: number): Promise<number> {
  const startedAt = performance.now()
  for (let known = seen; ; await sleep(RETRY)) {
    const { status, seq = known } = await stage.write(known, known)
    if (status === 200) return seq
    known = seq
    if (performance.now() - startedAt > PATIENCE) throw new Error('no write was taken for a minute')
  }
}

async function recover({ cluster, crowd }: Scene, since: number, lost: number): Promise<Outage> {
  const seconds = () => (performance.now() - since) / 1000
  const seq = await writeUntilTaken(cluster.stages[0], readSeq(crowd))
  const accepted = seconds()
  await crowd.waitFor(seq)
  return { accepted, arrived: seconds(), lost: crowd.lost - lost }
}

/** The newest position that any follower has. */
export function readSeq({ members }: Crowd): number {
  return members.reduce((newest, { seq }) => Math.max(newest, seq), 0)
}

/** Kills the broker that decides on writes; starts it again when all is measured. */
export async function killLeader(scene: Scene): Promise<Outage> {
  const { brokers, findLeader } = scene.cluster
  const leader = await findLeader()
  const { lost } = scene.crowd
  const since = performance.now()
  brokers.kill(leader)
  const outage = await recover(scene, since, lost)
  await brokers.restart(leader)
  return outage
}

/**
 * Kills an edge: its followers come back to any of the three, and try again when it is the dead one; a proxy in front
 * of them would not even lead them there.
 */
export async function killEdge(scene: Scene): Promise<Outage> {
  const { cluster, crowd } = scene
  const [edge] = cluster.edges
  const { lost } = crowd
  crowd.comeBack()
  const since = performance.now()
  await edge?.stop()
  const outage = await recover(scene, since, lost)
  await edge?.restart()
  return outage
}

export interface Partition extends Outage {
  /** Writes tried while two of three brokers stood still. */
  readonly tried: number
  /** Those that were taken: none may be. */
  readonly taken: number
}

/** Stops two of three brokers for so many seconds, then lets them go on: healing is their own work. */
export async function pauseMajority(scene: Scene, duration: number): Promise<Partition> {
  const { cluster, crowd } = scene
  const leader = await cluster.findLeader()
  const paused = cluster.brokers.processes.filter((_, index) => index !== leader)
  const { lost } = crowd
  let [tried, taken] = [0, 0]
  for (const broker of paused) broker.kill('SIGSTOP')
  await sleep(STILL)
  const seen = readSeq(crowd)
  const until = performance.now() + duration * 1000
  while (performance.now() < until) {
    const [first, second] = await Promise.all(cluster.stages.map((stage) => stage.write(seen, seen)))
    for (const written of [first, second]) {
      tried++
      if (written?.status === 200) taken++
    }
    await sleep(RETRY)
  }
  const since = performance.now()
  for (const broker of paused) broker.kill('SIGCONT')
  return { ...(await recover(scene, since, lost)), tried, taken }
}

/** Stops the broker that decides: the two others go on without it, and it does not come back with a will of its own. */
export async function pauseLeader(scene: Scene): Promise<Outage> {
  const { brokers, findLeader } = scene.cluster
  const leader = brokers.processes[await findLeader()]
  const { lost } = scene.crowd
  const since = performance.now()
  leader?.kill('SIGSTOP')
  const outage = await recover(scene, since, lost)
  leader?.kill('SIGCONT')
  // What it has not heard of, it shall not tell anyone as news.
  const seq = await writeUntilTaken(scene.cluster.stages[1], readSeq(scene.crowd))
  await scene.crowd.waitFor(seq)
  return outage
}
