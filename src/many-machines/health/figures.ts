import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type LiveObserver, OUTCOMES } from '../../live/server/observer.ts'

export interface FiguresOptions {
  readonly followers: () => number
  readonly isReachable: () => boolean
}

export interface Figures {
  readonly observer: LiveObserver
  /** Returns the figures in Prometheus' text format. */
  render(): Promise<string>
  readonly contentType: string
}

/** The figures of the channel and of the process: event loop, memory, file descriptors and others. */
export function createFigures({ followers, isReachable }: FiguresOptions): Figures {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'deck_followers',
    help: 'Streams that are open',
    registers,
    collect() {
      this.set(followers())
    },
  })
  new Gauge({
    name: 'deck_store_reachable',
    help: '1 while the positions’ store can be asked',
    registers,
    collect() {
      this.set(isReachable() ? 1 : 0)
    },
  })
  const joins = new Counter({ name: 'deck_joins_total', help: 'Streams that were opened', registers })
  const away = new Counter({
    name: 'deck_turned_away_total',
    help: 'Streams for which there was no place',
    registers,
  })
  const drops = new Counter({
    name: 'deck_dropped_readers_total',
    help: 'Followers let go as they did not read',
    registers,
  })
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
  return {
    observer: {
      onJoin: () => joins.inc(),
      onTurnedAway: () => away.inc(),
      onDrop: () => drops.inc(),
      onWrite: (outcome) => writes.inc({ outcome }),
      onFanOut: (duration) => fanOut.observe(duration / 1000),
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
