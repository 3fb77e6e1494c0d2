import { readFileSync } from 'node:fs'
import {
  type Authenticator,
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
  nkeyAuthenticator,
} from '@nats-io/transport-node'
import { explain } from './explain.ts'
import type { NatsLogin, NatsOptions } from './options.ts'

/** Connects to NATS; later the connection restores itself. Throws one line when no broker can be reached. */
export async function connectNats({ servers, login, tls }: NatsOptions): Promise<NatsConnection> {
  const needsTls = Object.keys(tls).length > 0 || servers.some((server) => server.startsWith('tls:'))
  try {
    return await connect({
      servers: [...servers],
      name: 'deck',
      ...authenticate(login),
      ...(needsTls && { tls }),
      timeout: 5000,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      reconnectJitter: 500,
      reconnectJitterTLS: 500,
      // Leaves a broker that hangs within ten seconds.
      pingInterval: 2000,
      maxPingOut: 2,
      // Keeps trying after a wrong password: while passwords are being changed, no restart is needed.
      ignoreAuthErrorAbort: true,
      noAsyncTraces: true,
    })
  } catch (error) {
    throw new Error(`${servers.join(', ')}: ${explain(error)}`, { cause: error })
  }
}

function authenticate({ user, password, token, creds, nkey }: NatsLogin): ConnectionOptions {
  const authenticator = readKey(creds, nkey)
  return {
    ...(user !== undefined && { user }),
    ...(password !== undefined && { pass: password }),
    ...(token !== undefined && { token }),
    ...(authenticator !== undefined && { authenticator }),
  }
}

function readKey(creds: string | undefined, nkey: string | undefined): Authenticator | undefined {
  if (creds !== undefined) return credsAuthenticator(() => readFileSync(creds))
  if (nkey !== undefined) return nkeyAuthenticator(() => Buffer.from(readFileSync(nkey, 'utf8').trim()))
  return undefined
}
