import { setTimeout as sleep } from 'node:timers/promises'
import type { Crowd } from '../../bench/live/crowd.ts'
import type { HubProcess } from '../../bench/live/hub.ts'
import type { Cluster } from './cluster.ts'

/** The wait between two attempts of a write, in milliseconds. */
const RETRY = 200
/** The longest wait for an accepted write, in milliseconds; the bench fails after it. */
const PATIENCE = 60_000

/** How long a process needs to stop after SIGSTOP, in milliseconds. */
const STILL = 200

export interface Scene {
  readonly cluster: Cluster
  readonly crowd: Crowd
}

export interface Outage {
  /** Seconds until a write was accepted again. */
  readonly accepted: number
  /** Seconds until every follower had that write's position. */
  readonly arrived: number
  /** Streams that ended during the outage. */
  readonly lost: number
}

/** Repeats a write until it is accepted. Like a console, it takes over a newer position from the answer. */
async function writeUntilTaken(stage: HubProcess, seen: number): Promise<number> {
  const startedAt = performance.now()
  for (let known = seen; ; await sleep(RETRY)) {
    const { status, seq = known } = await stage.write(known, known)
    if (status === 200) return seq
    known = seq
    if (performance.now() - startedAt > PATIENCE) throw new Error('no write was accepted for a minute')
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

/** Kills the leading broker; restarts it after the measurement. */
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
 * Kills an edge. Its followers reconnect to a random one of the three, and try again if that is the dead one;
 * a proxy would not send them there at all.
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
  /** Writes tried while two of three brokers were stopped. */
  readonly tried: number
  /** Writes accepted meanwhile; must be 0. */
  readonly taken: number
}

/** Stops two of three brokers for `duration` seconds, then lets them continue and recover by themselves. */
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

/** Stops the leading broker while the two others go on; then it must join them again. */
export async function pauseLeader(scene: Scene): Promise<Outage> {
  const { brokers, findLeader } = scene.cluster
  const leader = brokers.processes[await findLeader()]
  const { lost } = scene.crowd
  const since = performance.now()
  leader?.kill('SIGSTOP')
  const outage = await recover(scene, since, lost)
  leader?.kill('SIGCONT')
  // The continued broker must not deliver outdated positions as new ones.
  const seq = await writeUntilTaken(scene.cluster.stages[1], readSeq(scene.crowd))
  await scene.crowd.waitFor(seq)
  return outage
}
