import { parseArgs } from 'node:util'
import { UsageError } from '../cli/usage-error.ts'
import { LIMITS } from '../live/server/admission.ts'
import type { Endpoint } from '../stage/listen.ts'
import {
  parseFlag,
  parseHealth,
  parseHost,
  parsePort,
  refuseStray,
  show,
  type Value,
} from '../stage/options.ts'
import { NATS_HELP, type NatsOptions, parseNatsOptions } from './options.ts'

export interface EdgeOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  readonly nats: NatsOptions
  /** How many may follow at once. */
  readonly followers: number
  /** Where `/healthz` and `/metrics` are answered, if anywhere. */
  readonly health?: Endpoint
}

export const EDGE_HELP = `An edge: serves the deck and the live channel to followers. No console, no notes, no one can steer from here.

  node edge.mjs --nats URL[,URL] [options]

  --nats URL[,URL]   where the stage keeps the position (NATS_URL)
  --port N           the port, 0 for any free one (4180)
  --host ADDRESS     the address to listen on (127.0.0.1, for the proxy on this machine)
  --followers N      how many may follow at once (${LIMITS.total})
  --health PORT      answer /healthz and /metrics, on this machine only unless it is HOST:PORT
  --help             this help

  ${NATS_HELP}`

const OPTIONS = {
  nats: { type: 'string' },
  port: { type: 'string', default: '4180' },
  host: { type: 'string', default: '127.0.0.1' },
  followers: { type: 'string' },
  health: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Reads the command line and the environment; undefined when it asks for help. Throws a UsageError. */
export function parseEdgeOptions(args: readonly string[], env: NodeJS.ProcessEnv): EdgeOptions | undefined {
  // Not strict: Node's own messages do not say what is allowed.
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: OPTIONS,
  })
  const { nats: url, port, host, followers, health, help, ...unknown } = values
  refuseStray({ unknown, positionals, names: Object.keys(OPTIONS).map((name) => `--${name}`) })
  if (parseFlag('--help', help)) return undefined
  const nats = parseNatsOptions({ url, replicas: undefined, env, fail: (message) => new UsageError(message) })
  if (nats === undefined) {
    throw new UsageError(
      'an edge needs --nats (or NATS_URL), such as nats://127.0.0.1:4222: the stage’s NATS',
    )
  }
  return {
    port: parsePort('--port', port),
    host: parseHost('--host', host),
    nats,
    followers: parseFollowers(followers),
    ...(health !== undefined && { health: parseHealth(health, '--health ') }),
  }
}

function parseFollowers(value: Value): number {
  if (value === undefined) return LIMITS.total
  if (typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value)) return Number(value)
  throw new UsageError(`--followers is ${show(value)}; it takes a whole number from 1 to 999999`)
}
