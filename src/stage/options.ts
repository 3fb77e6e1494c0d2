import { parseArgs } from 'node:util'
import { isRoomName } from '../live/check-request.ts'

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
  /** Whether to build when something has changed. */
  readonly build: boolean
  readonly help: boolean
}

/** A start that cannot be understood; its message is one line with what is allowed. */
export class UsageError extends Error {}

export const HELP = `The stage: builds the deck if something has changed, and serves the hall, the speaker and the followers.

  npm start -- [options]

  --port N           the port, 0 for any free one (4173)
  --host ADDRESS     the address to listen on (0.0.0.0, so that the local network reaches it)
  --public-url URL   where followers reach it, when that is not the local network
  --room NAME        the room's name in addresses: a–z, 0–9 and hyphens, 40 at most (main)
  --no-build         serve what was built last
  --help             this help

  STAGE_SECRET in the environment is the speaker's secret; without it, each start makes a new one.`

const MAKE_SECRET = `node -p "crypto.randomBytes(32).toString('base64url')"`
const NAMES = ['--port', '--host', '--public-url', '--room', '--no-build', '--help']

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
      help: { type: 'boolean', default: false },
    },
  })
  const { port, host, 'public-url': publicUrl, room, 'no-build': noBuild, help, ...unknown } = values
  const stray = [
    ...Object.keys(unknown).map((name) => (name.length > 1 ? `--${name}` : `-${name}`)),
    ...positionals,
  ]
  if (stray[0] !== undefined) {
    throw new UsageError(`there is no option "${stray[0]}"; the options are ${NAMES.join(', ')}`)
  }
  const secret = env['STAGE_SECRET']
  return {
    port: parsePort(port),
    host: parseHost(host),
    ...(publicUrl !== undefined && { publicUrl: parsePublicUrl(publicUrl) }),
    room: parseRoom(room),
    ...(secret !== undefined && { secret: parseSecret(secret) }),
    build: !parseFlag('--no-build', noBuild),
    help: parseFlag('--help', help),
  }
}

type Value = string | boolean | undefined

/** What was given, to be repeated in a message: an option without its value reads as an empty one. */
function show(value: Value): string {
  return `"${typeof value === 'string' ? value : ''}"`
}

function parsePort(value: Value): number {
  if (typeof value === 'string' && /^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new UsageError(`--port is ${show(value)}; it takes a whole number from 0 to 65535`)
}

function parseHost(value: Value): string {
  if (typeof value === 'string' && /^[\w.:-]+$/.test(value)) return value
  throw new UsageError(
    `--host is ${show(value)}; it takes an address of this machine, such as 0.0.0.0 or 127.0.0.1`,
  )
}

/** Without a path: the console and the channel lie at the host's root. */
function parsePublicUrl(value: Value): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.href
  throw new UsageError(
    `--public-url is ${show(value)}; it takes an address without a path, such as https://talk.example.org`,
  )
}

function parseRoom(value: Value): string {
  if (typeof value === 'string' && isRoomName(value)) return value
  throw new UsageError(`--room is ${show(value)}; it takes 1 to 40 of the letters a–z, digits and hyphens`)
}

/** As the live channel and the console take them (`makeSecret`). The message never repeats what was given. */
function parseSecret(value: string): string {
  if (/^[\w-]{43}$/.test(value)) return value
  throw new UsageError(`STAGE_SECRET takes 32 random bytes as 43 characters; this makes them: ${MAKE_SECRET}`)
}

function parseFlag(name: string, value: Value): boolean {
  if (typeof value === 'boolean') return value
  throw new UsageError(`${name} takes no value`)
}
