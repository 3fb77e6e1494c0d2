import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type LiveObserver, OUTCOMES } from '../../live/server/observer.ts'

/** The figures of the channel and of the process: event loop, memory, file descriptors and others. */
export function createFigures(followers: () => number, isReachable: () => boolean) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  const counter = (name: string, help: string) => new Counter({ name, help, registers })
  gauge('deck_followers', 'Streams that are open', followers)
  gauge('deck_store_reachable', '1 while the positions’ store can be asked', () => Number(isReachable()))
  const joins = counter('deck_joins_total', 'Streams that were opened')
  const away = counter('deck_turned_away_total', 'Streams for which there was no place')
  const drops = counter('deck_dropped_readers_total', 'Followers let go as they did not read')
  const writes = new Counter({
    name: 'deck_writes_total',
    help: 'Writes by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  // Starts each counter at 0, as a rate can be computed only from a first value.
  for (const outcome of OUTCOMES) writes.inc({ outcome }, 0)
  const fanOut = new Histogram({
    name: 'deck_fan_out_seconds',
    help: 'From a move that is known here until everyone here has been told',
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const observer: LiveObserver = {
    onJoin: () => joins.inc(),
    onTurnedAway: () => away.inc(),
    onDrop: () => drops.inc(),
    onWrite: (outcome) => writes.inc({ outcome }),
    onFanOut: (duration) => fanOut.observe(duration / 1000),
  }
  return { registry, observer }
}
