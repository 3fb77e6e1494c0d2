import { createServer, type Server } from 'node:net'
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
  try {
    return await begin(server, endpoint)
  } catch (error) {
    throw new Error(await explain(error, endpoint), { cause: error })
  }
}

function begin(server: Server, { port, host }: Endpoint): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject)
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the server has no port'))
    })
  })
}

async function explain(error: unknown, endpoint: Endpoint): Promise<string> {
  const { host, port, option = 'npm start -- --port ' } = endpoint
  const { code, message }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; this one is free: ${option}${await findFreePort(endpoint)}`
    case 'EACCES':
      return `port ${port} needs special rights; take one above 1023: ${option}4173`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `--host ${host} is no address of this machine; 0.0.0.0 stands for all it has`
    default:
      return `cannot listen on ${host}, port ${port}: ${message}`
  }
}

/** The next free port after a taken one, or any free port when the next ten are taken too. */
async function findFreePort({ host, port }: Endpoint): Promise<number> {
  const next = Array.from({ length: 10 }, (_, index) => port + 1 + index)
  for (const candidate of [...next.filter((port) => port <= 65_535), 0]) {
    const probe = createServer()
    try {
      return await begin(probe, { host, port: candidate })
    } catch (error) {
      if (!isTaken(error)) throw error
    } finally {
      probe.close()
    }
  }
  throw new Error('this machine has no free port')
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}
