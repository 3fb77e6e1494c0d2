import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, figure } from '../../bench/figures.ts'
import type { HubProcess } from '../../bench/live/hub.ts'
import { none, type Scene, toldWrongly } from './faults.ts'

/** The wait between two writes of a driver, in milliseconds. */
const PACE = 500

/** Two drivers on two stages write at the same moments for `duration` seconds, both with the same `seen`. */
export async function driveByTwo({ cluster, crowd }: Scene, duration: number): Promise<Figure[]> {
  const faults = crowd.checkMessages()
  const accepted = new Map<number, string>()
  let [refused, untold, step, seen] = [0, 0, 0, crowd.seq]
  const drive = async (stage: HubProcess) => {
    const own = step++
    const { status, seq } = await stage.write(seen, own)
    if (status === 200 && seq !== undefined) accepted.set(seq, `"slide":"course","step":${own}`)
    else {
      refused++
      if (status !== 409 || seq === undefined || seq <= seen) untold++
    }
    return seq ?? seen
  }
  const until = performance.now() + duration * 1000
  for (let next = performance.now(); next < until; next += PACE) {
    await sleep(Math.max(0, next - performance.now()))
    seen = Math.max(...(await Promise.all(cluster.stages.map(drive))))
  }
  await crowd.waitFor(seen)
  const unseen = [...accepted].filter(([seq, place]) => faults.places.get(seq) !== place).length
  return [
    figure('two drivers: writes taken, all seen by every follower as written', 'count', accepted.size),
    figure('… writes refused, each told the newer position', 'count', refused),
    none('… refused and not told', untold),
    none('… taken and not seen', unseen),
    none('… positions missed by a follower', faults.gaps),
    toldWrongly(faults),
  ]
}
