import { parseArgs } from 'node:util'
import { UsageError } from '../cli/usage-error.ts'
import { LIMITS } from '../live/server/admission.ts'
import type { Endpoint } from '../stage/listen.ts'
import {
  parseFlag,
  parseHealth,
  parseHost,
  parsePort,
  parseRoom,
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
  readonly room: string
  /** There whenever it is to serve. */
  readonly nats?: NatsOptions
  /** How many may follow at once. */
  readonly followers: number
  /** Where `/healthz` and `/metrics` are answered, if anywhere. */
  readonly health?: Endpoint
  /** Whether to build when something has changed. */
  readonly build: boolean
  /** Whether to serve, or only to build. */
  readonly serve: boolean
}

export const EDGE_HELP = `An edge: serves the deck and the live channel to followers. No console, no notes, no one can steer from here.

  npm run edge -- --nats URL[,URL] [options]

  --talk NAME        which talk, a folder of slides/ (the first in slides/index.ts)
  --nats URL[,URL]   where the stage keeps the position (NATS_URL)
  --port N           the port, 0 for any free one (4180)
  --host ADDRESS     the address to listen on (127.0.0.1, for the proxy on this machine)
  --room NAME        the stage's room (main)
  --followers N      how many may follow at once (${LIMITS.total})
  --health PORT      answer /healthz and /metrics, on this machine only unless it is HOST:PORT
  --no-build         serve what was built last
  --only-build       build and end; needs no NATS
  --help             this help

  ${NATS_HELP}`

const OPTIONS = {
  nats: { type: 'string' },
  port: { type: 'string', default: '4180' },
  host: { type: 'string', default: '127.0.0.1' },
  room: { type: 'string', default: 'main' },
  followers: { type: 'string' },
  health: { type: 'string' },
  'no-build': { type: 'boolean', default: false },
  'only-build': { type: 'boolean', default: false },
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
  const { nats: url, port, host, room, followers, health, help, ...more } = values
  const { 'no-build': noBuild, 'only-build': onlyBuild, ...unknown } = more
  refuseStray({ unknown, positionals, names: ['talk', ...Object.keys(OPTIONS)].map((name) => `--${name}`) })
  if (parseFlag('--help', help)) return undefined
  const serve = !parseFlag('--only-build', onlyBuild)
  const nats = parseNatsOptions({ url, replicas: undefined, env, fail: (message) => new UsageError(message) })
  if (nats === undefined && serve) {
    throw new UsageError(
      'an edge needs --nats (or NATS_URL), such as nats://127.0.0.1:4222: the stage’s NATS',
    )
  }
  return {
    port: parsePort('--port', port),
    host: parseHost('--host', host),
    room: parseRoom(room),
    ...(nats !== undefined && { nats }),
    followers: parseFollowers(followers),
    ...(health !== undefined && { health: parseHealth(health, 'npm run edge -- --health ') }),
    build: !parseFlag('--no-build', noBuild),
    serve,
  }
}

function parseFollowers(value: Value): number {
  if (value === undefined) return LIMITS.total
  if (typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value)) return Number(value)
  throw new UsageError(`--followers is ${show(value)}; it takes a whole number from 1 to 999999`)
}
