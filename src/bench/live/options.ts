import { parseArgs } from 'node:util'
import { UsageError } from '../../cli/usage-error.ts'

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
  /** Whether many processes that share a NATS are measured, instead of one beside a naive hub. */
  readonly nats: boolean
  /** Which of it, with NATS; in the order of `NATS_PARTS`. */
  readonly parts: readonly NatsPart[]
  /** Seconds that two drivers write at once, and that followers come and go; with NATS. */
  readonly drive: number
  readonly soak: number
  readonly help: boolean
}

const RANGES = {
  followers: { usual: 10_000, least: 10, most: 15_000 },
  rounds: { usual: 3, least: 1, most: 9 },
  moves: { usual: 15, least: 1, most: 200 },
  drive: { usual: 60, least: 1, most: 3600 },
  soak: { usual: 600, least: 1, most: 86_400 },
} as const

/** With NATS: more than one hub was measured with. */
const MANY = 15_000

type Name = keyof typeof RANGES

export const HELP = `Measures the live channel beside a naive hub of thirty lines, in turns; all on this machine.

  npm run bench:live -- [--followers N] [--rounds N] [--moves N] [--nats [--only PART,…] [--drive N] [--soak N]]

  --followers   how many follow the talk, ${say('followers')}
  --rounds      how often each hub is measured, ${say('rounds')}
  --moves       how many moves each time, ${say('moves')}
  --nats        three brokers, three edges and their faults instead, with ${MANY} followers unless told otherwise
  --only        with --nats: one or more of ${NATS_PARTS.join(', ')}
  --drive       with --nats: how many seconds two drivers write at once, ${say('drive')}
  --soak        with --nats: how many seconds followers come and go, ${say('soak')}
  --help        this text`

function say(name: Name): string {
  const { usual, least, most } = RANGES[name]
  return `${least}–${most} (${usual})`
}

/** Reads the command line. Throws a UsageError. */
export function parseLiveOptions(args: readonly string[]): LiveBenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Not strict: Node's own messages do not say what is allowed.
    strict: false,
    allowPositionals: true,
    options: {
      followers: { type: 'string' },
      rounds: { type: 'string' },
      moves: { type: 'string' },
      nats: { type: 'boolean' },
      only: { type: 'string' },
      drive: { type: 'string' },
      soak: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const { followers, rounds, moves, nats, only, drive, soak, help, ...unknown } = values
  const stray = [...Object.keys(unknown).map((name) => `--${name}`), ...positionals][0]
  if (stray !== undefined) {
    throw new UsageError(
      `Unknown argument "${stray}": use --followers, --rounds, --moves, --nats, --only, --drive, --soak or --help.`,
    )
  }
  if (only !== undefined && nats !== true) throw new UsageError('--only goes with --nats.')
  return {
    followers: parseNumber('followers', followers ?? (nats === true ? String(MANY) : undefined)),
    rounds: parseNumber('rounds', rounds),
    moves: parseNumber('moves', moves),
    nats: nats === true,
    parts: parseParts(only),
    drive: parseNumber('drive', drive),
    soak: parseNumber('soak', soak),
    help: help === true,
  }
}

function parseParts(only: string | boolean | undefined): readonly NatsPart[] {
  if (only === undefined) return NATS_PARTS
  const wanted = typeof only === 'string' ? only.split(',') : ['']
  const stray = wanted.find((name) => !NATS_PARTS.some((part) => part === name))
  if (stray === undefined) return NATS_PARTS.filter((part) => wanted.includes(part))
  throw new UsageError(
    `--only knows no "${stray}": use one or more of ${NATS_PARTS.join(', ')}, separated by commas.`,
  )
}

function parseNumber(name: Name, value: unknown): number {
  const { usual, least, most } = RANGES[name]
  if (value === undefined) return usual
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`--${name} is "${value === true ? '' : value}": use a whole number, ${say(name)}.`)
}
