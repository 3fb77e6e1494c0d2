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

/** What is taken out of the environment once it has been read. */
export const NATS_SECRETS = [LOGIN.password, LOGIN.token] as const

/** For the end of a help text, indented by two. */
export const NATS_HELP = `NATS_USER and NATS_PASSWORD, NATS_TOKEN, NATS_CREDS (a file) or NATS_NKEY (a file) in the environment log in to NATS;
  NATS_CA, NATS_CERT and NATS_KEY are the files for TLS (tls://…).`

export interface NatsArguments {
  /** What `--nats` gives, as it stands: any other value than a text is a missing one. */
  readonly url: unknown
  readonly replicas: unknown
  readonly env: NodeJS.ProcessEnv
  /** Makes an error of one line that says what is allowed. */
  readonly fail: (message: string) => Error
}

/** Reads what the command line and the environment say of NATS; undefined when they don't name it. Throws `fail`. */
export function parseNatsOptions({ url, replicas, env, fail }: NatsArguments): NatsOptions | undefined {
  const given = url ?? env['NATS_URL']
  if (given === undefined) {
    if (replicas !== undefined) throw fail('--replicas goes with --nats: it says on how many brokers')
    return undefined
  }
  const servers = typeof given === 'string' ? given.split(',').map((server) => server.trim()) : ['']
  for (const server of servers) checkServer(server, fail)
  return {
    servers,
    ...(replicas !== undefined && { replicas: parseReplicas(replicas, fail) }),
    login: pick(env, LOGIN),
    tls: pick(env, TLS),
  }
}

/** Never repeats what was given: there may be a password in it. */
function checkServer(server: string, fail: NatsArguments['fail']): void {
  const url = URL.canParse(server) ? new URL(server) : undefined
  if (url?.username || url?.password) {
    throw fail(
      'an address of NATS is no place for a password: use NATS_USER and NATS_PASSWORD, or NATS_CREDS',
    )
  }
  if (url !== undefined && /^(nats|tls):$/.test(url.protocol) && url.hostname !== '' && !url.search) return
  throw fail(
    '--nats takes addresses such as nats://127.0.0.1:4222 or tls://nats.example.org, with commas between',
  )
}

function parseReplicas(value: unknown, fail: NatsArguments['fail']): number {
  if (value === '1' || value === '3' || value === '5') return Number(value)
  throw fail('--replicas takes 1, 3 or 5')
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
