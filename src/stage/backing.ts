import { type LiveObserver, NOBODY } from '../live/server/observer.ts'
import type { PositionStore } from '../live/server/store.ts'
import { createMemoryStore } from '../live/server/store-memory.ts'
import type { Figures } from '../many-machines/health/figures.ts'
import type { NatsOptions } from '../many-machines/options.ts'
import type { Endpoint } from './listen.ts'
import type { Log } from './log.ts'

export interface BackingOptions {
  /** Without it the positions are in this process' memory, and no NATS code is loaded. */
  readonly nats?: NatsOptions
  /** Who only reads makes no bucket and writes nothing into it. */
  readonly readOnly: boolean
  /** Where `/healthz` and `/metrics` are answered; without it nowhere. */
  readonly health?: Endpoint
  /** Without it events are not written down. */
  readonly log?: Log
  readonly followers: () => number
}

/** What stands behind a live channel: where its positions are, who is told what happens. */
export interface Backing {
  readonly store: PositionStore
  readonly observer: LiveObserver
  close(): Promise<void>
}

/** Throws one line when the store cannot be reached, or there is no port for the figures. */
export async function openBacking(options: BackingOptions): Promise<Backing> {
  const { health, followers, log = () => {} } = options
  const store = await openStore(options, log)
  if (health === undefined) return { store, observer: logMoves(log, NOBODY), close: () => store.close() }
  try {
    const [{ createFigures }, { serveHealth }] = await Promise.all([
      import('../many-machines/health/figures.ts'),
      import('../many-machines/health/serve.ts'),
    ])
    const fault = () => store.fault()
    const figures: Figures = createFigures({ followers, isReachable: () => fault() === undefined })
    const served = await serveHealth({ endpoint: health, figures, fault })
    log('health', { port: served.port })
    return {
      store,
      observer: logMoves(log, figures.observer),
      async close() {
        await served.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function openStore({ nats, readOnly }: BackingOptions, log: Log): Promise<PositionStore> {
  if (nats === undefined) return createMemoryStore()
  const { openNatsStore } = await import('../many-machines/store-nats.ts')
  const onFault = (reason: string | undefined) =>
    reason === undefined ? log('store-back') : log('store-lost', { reason })
  return openNatsStore({ ...nats, readOnly, onFault })
}

/** Writes down moves, whoever else is told. Who may not write is only counted: anyone could fill the disk. */
function logMoves(log: Log, observer: LiveObserver): LiveObserver {
  return {
    ...observer,
    onWrite(outcome, position) {
      observer.onWrite(outcome, position)
      if (position === undefined) return
      const { seq, slide, step } = position
      log('write', { outcome, seq, slide, step })
    },
  }
}
