import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, figure } from '../../bench/figures.ts'
import type { Crowd, MessageFaults } from '../../bench/live/crowd.ts'
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

/** A count that must be 0. */
export const none = (name: string, value: number) => figure(name, 'count', value, '0')

export const toldWrongly = ({ backwards, differing }: MessageFaults) =>
  none('… told out of order, told otherwise', backwards + differing)

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

/** Seconds after `act` until a write was accepted, and until every follower had its position. */
async function measureOutage({ cluster, crowd }: Scene, act: () => unknown) {
  const since = performance.now()
  await act()
  const seconds = () => (performance.now() - since) / 1000
  const seq = await writeUntilTaken(cluster.stages[0], crowd.seq)
  const accepted = seconds()
  await crowd.waitFor(seq)
  return { accepted, arrived: seconds() }
}

function list(
  name: string,
  { accepted, arrived }: Awaited<ReturnType<typeof measureOutage>>,
  faults: MessageFaults,
  target = '',
): Figure[] {
  return [
    figure(`${name}: a write is taken again`, 's', accepted, target),
    figure('… every follower has it', 's', arrived),
    none('… streams that ended', faults.lost),
    toldWrongly(faults),
  ]
}

/** Kills the leading broker; restarts it after the measurement. */
export async function killLeader(scene: Scene): Promise<Figure[]> {
  const { brokers } = scene.cluster
  const leader = await brokers.findLeader()
  const faults = scene.crowd.checkMessages()
  const outage = await measureOutage(scene, () => brokers.kill(leader))
  await brokers.restart(leader)
  return list('leading broker killed', outage, faults, '≤ 10 s')
}

/** Stops the leading broker while the two others go on; then it must join them again. */
export async function pauseLeader(scene: Scene): Promise<Figure[]> {
  const { cluster, crowd } = scene
  const leader = cluster.brokers.processes[await cluster.brokers.findLeader()]
  const faults = crowd.checkMessages()
  const outage = await measureOutage(scene, () => leader?.kill('SIGSTOP'))
  leader?.kill('SIGCONT')
  // The continued broker must not deliver outdated positions as new ones.
  await crowd.waitFor(await writeUntilTaken(cluster.stages[1], crowd.seq))
  return list('leading broker stands still', outage, faults)
}

/**
 * Kills an edge. Its followers reconnect to a random one of the three, and try again if that is the dead one;
 * a proxy would not send them there at all.
 */
export async function killEdge(scene: Scene): Promise<Figure[]> {
  const [edge] = scene.cluster.edges
  const faults = scene.crowd.checkMessages()
  scene.crowd.comeBack()
  const { arrived } = await measureOutage(scene, () => edge?.stop())
  await edge?.restart()
  return [
    figure('edge killed: every follower right again', 's', arrived, '≤ 15 s'),
    figure('… its followers', 'count', faults.lost),
    toldWrongly(faults),
  ]
}

/** Stops two of three brokers for `duration` seconds, then lets them continue and recover by themselves. */
export async function pauseMajority(scene: Scene, duration: number): Promise<Figure[]> {
  const { cluster, crowd } = scene
  const leader = await cluster.brokers.findLeader()
  const paused = cluster.brokers.processes.filter((_, index) => index !== leader)
  const faults = crowd.checkMessages()
  let [tried, taken] = [0, 0]
  for (const broker of paused) broker.kill('SIGSTOP')
  await sleep(STILL)
  const { seq } = crowd
  const until = performance.now() + duration * 1000
  while (performance.now() < until) {
    for (const { status } of await Promise.all(cluster.stages.map((stage) => stage.write(seq, seq)))) {
      tried++
      if (status === 200) taken++
    }
    await sleep(RETRY)
  }
  const outage = await measureOutage(scene, () => paused.map((broker) => broker.kill('SIGCONT')))
  return [
    figure('two of three brokers stand still: writes tried', 'count', tried),
    none('… writes taken', taken),
    ...list('they go on', outage, faults),
  ]
}
