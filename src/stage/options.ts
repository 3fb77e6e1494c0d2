import { parseArgs } from 'node:util'
import { UsageError } from '../cli/usage-error.ts'
import { isRoomName } from '../live/server/check-request.ts'
import { NATS_HELP, type NatsOptions, parseNatsOptions } from '../many-machines/options.ts'
import type { Endpoint } from './listen.ts'

export interface StageOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The address to listen on. */
  readonly host: string
  /** Where followers reach the stage when it is not the local network, with a closing slash. */
  readonly publicUrl?: string
  readonly room: string
  /** The speaker's, when it is given; else one is made at every start. */
  readonly secret?: string
  /** Where positions are kept when it is not in this process' memory. */
  readonly nats?: NatsOptions
  /** Where `/healthz` and `/metrics` are answered, if anywhere. */
  readonly health?: Endpoint
  /** Whether to build when something has changed. */
  readonly build: boolean
  readonly help: boolean
}

export const HELP = `The stage: builds the deck if something has changed, and serves the hall, the speaker and the followers.

  npm start -- [options]

  --talk NAME        which talk, a folder of slides/ (the first in slides/index.ts)
  --port N           the port, 0 for any free one (4173)
  --host ADDRESS     the address to listen on (0.0.0.0, so that the local network reaches it)
  --public-url URL   where followers reach it, when that is not the local network; with --nats, the edges'
  --room NAME        the room's name in addresses: a–z, 0–9 and hyphens, 40 at most (main)
  --no-build         serve what was built last
  --health PORT      with --nats: answer /healthz and /metrics, on this machine only unless it is HOST:PORT
  --nats URL[,URL]   keep the position in NATS, for a talk that many machines serve (NATS_URL)
  --replicas N       on how many brokers NATS keeps it: 1, 3 or 5 (1)
  --help             this help

  STAGE_SECRET in the environment is the speaker's secret; without it, each start makes a new one.
  ${NATS_HELP}`

const MAKE_SECRET = `node -p "crypto.randomBytes(32).toString('base64url')"`
const NAMES = [
  '--talk',
  '--port',
  '--host',
  '--public-url',
  '--room',
  '--no-build',
  '--health',
  '--nats',
  '--replicas',
  '--help',
]

/** Reads the command line and the environment. Throws a UsageError. */
export function parseOptions(args: readonly string[], env: NodeJS.ProcessEnv): StageOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    // Not strict: Node's own messages do not say what is allowed.
    strict: false,
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '0.0.0.0' },
      'public-url': { type: 'string' },
      room: { type: 'string', default: 'main' },
      'no-build': { type: 'boolean', default: false },
      health: { type: 'string' },
      nats: { type: 'string' },
      replicas: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { port, host, 'public-url': publicUrl, room, 'no-build': noBuild, health, ...more } = values
  const { nats: url, replicas, help, ...unknown } = more
  refuseStray({ unknown, positionals, names: NAMES })
  const secret = env['STAGE_SECRET']
  const nats = parseNatsOptions({ url, replicas, env, fail: (message) => new UsageError(message) })
  const endpoint = health === undefined ? undefined : parseHealth(health, 'npm start -- --health ')
  if (endpoint !== undefined && nats === undefined) throw new UsageError('--health goes with --nats')
  return {
    port: parsePort('--port', port),
    host: parseHost('--host', host),
    ...(publicUrl !== undefined && { publicUrl: parsePublicUrl(publicUrl) }),
    room: parseRoom(room),
    ...(secret !== undefined && { secret: parseSecret(secret) }),
    ...(endpoint !== undefined && { health: endpoint }),
    ...(nats !== undefined && { nats }),
    build: !parseFlag('--no-build', noBuild),
    help: parseFlag('--help', help),
  }
}

interface Stray {
  readonly unknown: object
  readonly positionals: readonly string[]
  /** The options that there are. */
  readonly names: readonly string[]
}

/** Throws when something was given that is no option. */
export function refuseStray({ unknown, positionals, names }: Stray): void {
  const stray = [
    ...Object.keys(unknown).map((name) => (name.length > 1 ? `--${name}` : `-${name}`)),
    ...positionals,
  ][0]
  if (stray !== undefined) {
    throw new UsageError(`there is no option "${stray}"; the options are ${names.join(', ')}`)
  }
}

/** As Node's parser gives it. */
export type Value = string | boolean | undefined

/** What was given, to be repeated in a message: an option without its value reads as an empty one. */
export function show(value: Value): string {
  return `"${typeof value === 'string' ? value : ''}"`
}

export function parsePort(name: string, value: Value): number {
  if (typeof value === 'string' && /^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new UsageError(`${name} is ${show(value)}; it takes a whole number from 0 to 65535`)
}

export function parseHost(name: string, value: Value): string {
  if (typeof value === 'string' && /^[\w.:-]+$/.test(value)) return value
  throw new UsageError(
    `${name} is ${show(value)}; it takes an address of this machine, such as 0.0.0.0 or 127.0.0.1`,
  )
}

/** `PORT`, on this machine only, or `HOST:PORT`. */
export function parseHealth(value: Value, option: string): Endpoint {
  const [, , host = '127.0.0.1', port = ''] = String(value).match(/^(([\w.-]+|\[[\da-f:]+\]):)?(\d+)$/i) ?? []
  return { host: host.replace(/^\[|\]$/g, ''), port: parsePort('--health', port), option }
}

/** Its path is a folder's, with a closing slash; pages find their way from wherever they are. */
function parsePublicUrl(value: Value): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname) {
    return url.href.replace(/\/*$/, '/')
  }
  throw new UsageError(
    `--public-url is ${show(value)}; it takes an address such as https://talk.example.org or https://example.org/talk/`,
  )
}

export function parseRoom(value: Value): string {
  if (typeof value === 'string' && isRoomName(value)) return value
  throw new UsageError(`--room is ${show(value)}; it takes 1 to 40 of the letters a–z, digits and hyphens`)
}

/** As the live channel and the console take them (`makeSecret`). The message never repeats what was given. */
function parseSecret(value: string): string {
  if (/^[\w-]{43}$/.test(value)) return value
  throw new UsageError(`STAGE_SECRET takes 32 random bytes as 43 characters; this makes them: ${MAKE_SECRET}`)
}

export function parseFlag(name: string, value: Value): boolean {
  if (typeof value === 'boolean') return value
  throw new UsageError(`${name} takes no value`)
}
