import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { type HubProcess, startProcess } from '../../bench/live/hub.ts'
import { STREAM } from '../store-nats.ts'
import { type Brokers, startBrokers } from './brokers.ts'

/** Three brokers, three edges and two stages on this machine, each in its own process. */
export interface Cluster {
  readonly brokers: Brokers
  readonly edges: readonly HubProcess[]
  readonly stages: readonly [HubProcess, HubProcess]
  /** The index of the leading broker, which decides on writes. */
  findLeader(): Promise<number>
  stop(): Promise<void>
}

/** The brokers in another order for each process, so that each connects to another one first. */
export function serversFrom({ servers }: Brokers, index: number): string[] {
  const first = index % servers.length
  return [...servers.slice(first), ...servers.slice(0, first)]
}

export async function startCluster(): Promise<Cluster> {
  const brokers = await startBrokers({ count: 3 })
  const start = (kind: 'stage' | 'edge', index: number) =>
    startProcess('src/many-machines/bench/hub-process.ts', [kind, ...serversFrom(brokers, index)])
  const stages = [await start('stage', 0), await start('stage', 1)] as const
  const edges = await Promise.all([0, 1, 2].map((index) => start('edge', index)))
  return {
    brokers,
    edges,
    stages,
    async findLeader() {
      const connection = await connect({ servers: [...brokers.servers] })
      const manager = await jetstreamManager(connection)
      const { cluster } = await manager.streams.info(STREAM)
      await connection.close()
      const leader = cluster?.leader?.match(/^broker-(\d)$/)?.[1]
      if (leader === undefined) throw new Error('the positions’ stream has no leader')
      return Number(leader)
    },
    async stop() {
      await Promise.all([...edges, ...stages].map((hub) => hub.stop()))
      await brokers.stop()
    },
  }
}
