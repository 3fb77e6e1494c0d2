import { setTimeout as sleep } from 'node:timers/promises'
import type { HubProcess } from '../../bench/live/hub.ts'
import { readSeq, type Scene } from './faults.ts'

/** The wait between two writes of a driver, in milliseconds; both drivers write at the same moment. */
const PACE = 500

export interface Driven {
  readonly accepted: number
  readonly refused: number
  /** Refused writes whose answer did not hold a newer position; must be 0. */
  readonly untold: number
  /** Accepted writes that did not reach the followers as they were written; must be 0. */
  readonly unseen: number
  /** Errors in the messages of all followers; see `MessageFaults`. */
  readonly gaps: number
  readonly backwards: number
  readonly differing: number
}

/** Two drivers on two stages write at the same moments for `duration` seconds, both with the same `seen`. */
export async function driveByTwo({ cluster, crowd }: Scene, duration: number): Promise<Driven> {
  const faults = crowd.checkMessages()
  const accepted = new Map<number, string>()
  const counts = { refused: 0, untold: 0 }
  let seen = readSeq(crowd)
  let step = 0
  const drive = async (stage: HubProcess) => {
    const own = step++
    const { status, seq } = await stage.write(seen, own)
    if (status === 200 && seq !== undefined) accepted.set(seq, `"slide":"course","step":${own}`)
    else {
      counts.refused++
      if (status !== 409 || seq === undefined || seq <= seen) counts.untold++
    }
    return seq ?? seen
  }
  const until = performance.now() + duration * 1000
  for (let next = performance.now(); next < until; next += PACE) {
    await sleep(Math.max(0, next - performance.now()))
    seen = Math.max(...(await Promise.all(cluster.stages.map(drive))))
  }
  await crowd.waitFor(seen)
  const { places, ...wrong } = faults
  const unseen = [...accepted].filter(([seq, place]) => places.get(seq) !== place).length
  return { accepted: accepted.size, ...counts, unseen, ...wrong }
}
