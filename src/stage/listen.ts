import { once } from 'node:events'
import type { Server } from 'node:net'
import { findFreePorts } from '../find-free-ports.ts'
import { BACKLOG } from '../live/server/server.ts'

export interface Endpoint {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The command-line option that sets the port, for the error message when it is taken. */
  readonly option?: string
}

/** Starts to listen and returns the port. Throws one line that says what to do when it cannot. */
export async function listen(server: Server, endpoint: Endpoint): Promise<number> {
  const { port, host } = endpoint
  try {
    server.listen({ port, host, backlog: BACKLOG })
    await once(server, 'listening')
  } catch (error) {
    throw new Error(await explain(error, endpoint), { cause: error })
  }
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}

async function explain(
  error: unknown,
  { host, port, option = 'npm start -- --port ' }: Endpoint,
): Promise<string> {
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; this one is free: ${option}${await findFreePorts(1)}`
    case 'EACCES':
      return `port ${port} needs special rights; take one above 1023: ${option}4173`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `--host ${host} is no address of this machine; 0.0.0.0 stands for all it has`
    default:
      return `cannot listen on ${host}, port ${port}: ${message}`
  }
}
