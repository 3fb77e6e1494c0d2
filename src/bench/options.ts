export const PARTS = ['build', 'view', 'interaction', 'export'] as const

export interface BenchOptions {
  readonly parts: readonly (typeof PARTS)[number][]
  /** How often to repeat each measurement; undefined: each part has its own default. */
  readonly runs: number | undefined
  /** The arguments that choose the talk: `--talk NAME`. */
  readonly talk: readonly string[]
}
