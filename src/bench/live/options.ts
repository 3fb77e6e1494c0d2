/** What can be measured with NATS, in the order it is measured in. */
export const NATS_PARTS = [
  'moves',
  'drivers',
  'brokers',
  'partition',
  'edge',
  'watchers',
  'proxy',
  'soak',
] as const
export type NatsPart = (typeof NATS_PARTS)[number]

export interface LiveBenchOptions {
  readonly followers: number
  readonly rounds: number
  readonly moves: number
  /** Which of it is measured with NATS; in the order of `NATS_PARTS`. */
  readonly parts: readonly NatsPart[]
  /** Seconds that two drivers write at once, and that followers come and go; with NATS. */
  readonly drive: number
  readonly soak: number
}
