import { parseArgs } from 'node:util'
import { UsageError } from '../cli/usage-error.ts'

export const PARTS = ['build', 'view', 'interaction', 'export'] as const
export type Part = (typeof PARTS)[number]

export interface BenchOptions {
  readonly parts: readonly Part[]
  /** How often each measurement is made; without it each part has its own number. */
  readonly runs?: number
  readonly help: boolean
}

export const HELP = `Measures the build, the first view, the interaction to next paint and the exported files, each beside a floor measured in the same run.

  npm run bench -- [--talk NAME] [--only ${PARTS.join(',')}] [--runs N]

  --talk   which talk, a folder of slides/ (the first in slides/index.ts)
  --only   the parts to measure, separated by commas (all of them)
  --runs   how often each measurement is made, 1–99 (build 5, view 7, interaction 5, export 5)
  --help   this text`

/** Reads the command line. Throws a UsageError. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Not strict: Node's own messages do not say what is allowed.
    strict: false,
    allowPositionals: true,
    options: { only: { type: 'string' }, runs: { type: 'string' }, help: { type: 'boolean' } },
  })
  const { only, runs, help, ...unknown } = values
  const stray = [...Object.keys(unknown).map((name) => `--${name}`), ...positionals][0]
  if (stray !== undefined) {
    throw new UsageError(
      `Unknown argument "${stray}": use --talk NAME, --only ${PARTS.join(',')}, --runs 1–99 or --help.`,
    )
  }
  return {
    parts: only === undefined ? PARTS : parseParts(only),
    ...(runs !== undefined && { runs: parseRuns(runs) }),
    help: help === true,
  }
}

function parseParts(value: unknown): readonly Part[] {
  const names = typeof value === 'string' ? value.split(',') : ['']
  const unknown = names.find((name) => !PARTS.some((part) => part === name))
  if (unknown !== undefined) {
    throw new UsageError(
      `--only knows no "${unknown}": use one or more of ${PARTS.join(', ')}, separated by commas.`,
    )
  }
  return PARTS.filter((part) => names.includes(part))
}

function parseRuns(value: unknown): number {
  if (typeof value === 'string' && /^[1-9]\d?$/.test(value)) return Number(value)
  throw new UsageError(`--runs is "${value === true ? '' : value}": use a whole number, 1–99.`)
}
