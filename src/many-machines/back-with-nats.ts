import { readMessage } from '../cli/command.ts'
import type { LiveObserver } from '../live/server/observer.ts'
import type { OpenBacking } from '../stage/backing.ts'
import { openHealth } from './health/open.ts'
import type { Log } from './log.ts'
import type { ManyMachines } from './stage-options.ts'
import { openNatsStore } from './store-nats.ts'

export interface NatsBackingOptions extends ManyMachines {
  /** A read-only process neither creates the bucket nor writes to it. */
  readonly readOnly: boolean
  readonly log: Log
}

/** Keeps the positions in NATS, and logs events. */
export function backWithNats({ nats, readOnly, health, log }: NatsBackingOptions): OpenBacking {
  return async (followers) => {
    const onFault = (reason: string | undefined) =>
      reason === undefined ? log('store-back') : log('store-lost', { reason })
    const store = await openNatsStore({ ...nats, readOnly, onFault })
    const watched = health && (await openHealth({ endpoint: health, followers, fault: () => store.fault() }))
    if (watched !== undefined) log('health', { port: watched.port })
    return {
      store,
      observer: logMoves(log, watched?.observer),
      report: (error) => log('fault', { message: readMessage(error) }),
      async close() {
        await watched?.close()
        await store.close()
      },
    }
  }
}

/** Logs writes, and passes all events on. Unauthorised writes are not logged: anyone could fill the disk. */
function logMoves(log: Log, observer?: LiveObserver): Partial<LiveObserver> {
  return {
    ...observer,
    onWrite(outcome, position) {
      observer?.onWrite(outcome, position)
      if (position === undefined) return
      const { seq, slide, step } = position
      log('write', { outcome, seq, slide, step })
    },
  }
}
