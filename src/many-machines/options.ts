import { UsageError } from '../cli/usage-error.ts'

/** How to reach NATS. This file loads no NATS code, so a start without NATS stays fast. */
export interface NatsOptions {
  /** URLs such as `nats://10.0.0.1:4222`, of one broker or of several in the same cluster. */
  readonly servers: readonly string[]
  /** The number of brokers that keep each position; 1 by default. Used only to create the bucket. */
  readonly replicas?: number
  readonly login: NatsLogin
  readonly tls: NatsTls
}

/** The variables of a login, as in the command-line tool `nats`. */
const LOGIN = {
  user: 'NATS_USER',
  password: 'NATS_PASSWORD',
  token: 'NATS_TOKEN',
  // Files; they are read at every connection, so that you can renew them.
  creds: 'NATS_CREDS',
  nkey: 'NATS_NKEY',
} as const
export type NatsLogin = Picked<keyof typeof LOGIN>

/** PEM files: the trusted CA, and this process's own certificate and key. */
const TLS = { caFile: 'NATS_CA', certFile: 'NATS_CERT', keyFile: 'NATS_KEY' } as const
export type NatsTls = Picked<keyof typeof TLS>

type Picked<Key extends string> = Readonly<Partial<Record<Key, string>>>

/** The end of a help text. */
export const NATS_HELP = `
  The environment has the login to NATS: NATS_USER and NATS_PASSWORD, NATS_TOKEN,
  NATS_CREDS (a file) or NATS_NKEY (a file). NATS_CA, NATS_CERT and NATS_KEY are
  the files for TLS (tls://…).`

/**
 * Reads NATS' options from comma-separated URLs and the environment; undefined when neither names a URL.
 * Removes the secrets from the environment, so that child processes do not inherit them. Throws a UsageError.
 */
export function readNats(url = process.env['NATS_URL'], replicas?: string): NatsOptions | undefined {
  if (url === undefined) return undefined
  const servers = url.split(',').map((server) => server.trim())
  for (const server of servers) checkServer(server)
  const { env } = process
  const [login, tls] = [pick(env, LOGIN), pick(env, TLS)]
  for (const secret of [LOGIN.password, LOGIN.token]) delete env[secret]
  return { servers, login, tls, ...(replicas !== undefined && { replicas: Number(replicas) }) }
}

/** Throws a UsageError that never repeats the URL, as it may hold a password. */
function checkServer(server: string): void {
  const url = URL.canParse(server) ? new URL(server) : undefined
  if (url?.username || url?.password) {
    throw new UsageError(
      'an address of NATS is no place for a password: use NATS_USER and NATS_PASSWORD, or NATS_CREDS',
    )
  }
  if (url !== undefined && /^(nats|tls):$/.test(url.protocol) && url.hostname !== '' && !url.search) return
  throw new UsageError(
    '--nats takes addresses such as nats://127.0.0.1:4222 or tls://nats.example.org, with commas between',
  )
}

/** The variables that are set; an empty one counts as not set. */
function pick<Key extends string>(env: NodeJS.ProcessEnv, names: Readonly<Record<Key, string>>): Picked<Key> {
  const picked: Partial<Record<Key, string>> = {}
  for (const key in names) {
    const value = env[names[key]]
    if (value) picked[key] = value
  }
  return picked
}
