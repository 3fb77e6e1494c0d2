import { type HubProcess, startHub, type Usage } from '../../bench/live/hub.ts'
import { type Brokers, startBrokers } from './brokers.ts'

/** Three brokers, three edges and two stages on this machine, each in its own process. */
export interface Cluster {
  readonly brokers: Brokers
  readonly edges: readonly HubProcess[]
  readonly stages: readonly [HubProcess, HubProcess]
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
    startHub('src/many-machines/bench/hub-process.ts', kind, ...serversFrom(brokers, index))
  const stages = [await start('stage', 0), await start('stage', 1)] as const
  const edges = await Promise.all([0, 1, 2].map((index) => start('edge', index)))
  return {
    brokers,
    edges,
    stages,
    async stop() {
      await Promise.all([...edges, ...stages].map((hub) => hub.stop()))
      await brokers.stop()
    },
  }
}

/** What all edges use together. */
export async function measureEdges({ edges }: Cluster): Promise<Required<Usage>> {
  const usages = await Promise.all(edges.map((edge) => edge.measure()))
  const sum = (pick: (usage: Usage) => number) => usages.reduce((total, usage) => total + pick(usage), 0)
  return {
    memory: sum(({ memory }) => memory),
    processor: sum(({ processor }) => processor),
    descriptors: sum(({ descriptors = Number.NaN }) => descriptors),
  }
}
