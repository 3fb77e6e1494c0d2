export const PARTS = ['build', 'view', 'interaction', 'export'] as const

export interface BenchOptions {
  readonly parts: readonly (typeof PARTS)[number][]
  /** How often each measurement is made; without it each part has its own number. */
  readonly runs: number | undefined
  /** What names the talk to a command: `--talk NAME`. */
  readonly talk: readonly string[]
}
