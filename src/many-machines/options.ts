import { UsageError } from '../cli/usage-error.ts'

/** How to reach NATS. Loads no NATS code: who starts without it does not pay for it. */
export interface NatsOptions {
  /** Addresses such as `nats://10.0.0.1:4222`, one broker's or several of the same cluster. */
  readonly servers: readonly string[]
  /** On how many brokers each position is kept; 1 when not given. Only who makes the bucket needs it. */
  readonly replicas?: number
  readonly login: NatsLogin
  readonly tls: NatsTls
}

export interface NatsLogin {
  readonly user?: string
  readonly password?: string
  readonly token?: string
  /** Files, read at every connection, so that they may be renewed. */
  readonly creds?: string
  readonly nkey?: string
}

/** Files in PEM: who is trusted, and with what this process shows who it is. */
export interface NatsTls {
  readonly caFile?: string
  readonly certFile?: string
  readonly keyFile?: string
}

/** The names are those of the command line tool `nats`. */
const LOGIN = {
  user: 'NATS_USER',
  password: 'NATS_PASSWORD',
  token: 'NATS_TOKEN',
  creds: 'NATS_CREDS',
  nkey: 'NATS_NKEY',
} as const satisfies Record<keyof NatsLogin, string>
const TLS = {
  caFile: 'NATS_CA',
  certFile: 'NATS_CERT',
  keyFile: 'NATS_KEY',
} as const satisfies Record<keyof NatsTls, string>

/** For the end of a help text, indented by two. */
export const NATS_HELP = `NATS_USER and NATS_PASSWORD, NATS_TOKEN, NATS_CREDS (a file) or NATS_NKEY (a file) in the environment log in to NATS;
  NATS_CA, NATS_CERT and NATS_KEY are the files for TLS (tls://…).`

/**
 * What the addresses, with commas between, and the environment say of NATS; undefined when neither names it. Takes the
 * secrets out of the environment: what this process starts has no use for them. Throws a UsageError.
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

/** Never repeats what was given: there may be a password in it. */
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

/** Those that are set: an empty one is none. */
function pick<Key extends string>(
  env: NodeJS.ProcessEnv,
  names: Readonly<Record<Key, string>>,
): Partial<Record<Key, string>> {
  const picked: Partial<Record<Key, string>> = {}
  for (const key in names) {
    const value = env[names[key]]
    if (value) picked[key] = value
  }
  return picked
}
