import { readFileSync } from 'node:fs'
import { connect, credsAuthenticator, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node'
import type { NatsLogin, NatsOptions } from './options.ts'

/** Connects to NATS; later the connection restores itself. Rejects when no broker can be reached. */
export function connectNats({ servers, login, tls }: NatsOptions): Promise<NatsConnection> {
  const needsTls = Object.keys(tls).length > 0 || servers.some((server) => server.startsWith('tls:'))
  return connect({
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
}

/** The login as the library takes it. */
function authenticate({ user, password, creds, nkey, ...token }: NatsLogin) {
  return {
    ...token,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { pass: password }),
    ...(nkey !== undefined && {
      authenticator: nkeyAuthenticator(() => Buffer.from(readFileSync(nkey, 'utf8').trim())),
    }),
    ...(creds !== undefined && { authenticator: credsAuthenticator(() => readFileSync(creds)) }),
  }
}
