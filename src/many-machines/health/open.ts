import { createServer, type ServerResponse } from 'node:http'
import { readMessage } from '../../cli/command.ts'
import type { LiveObserver } from '../../live/server/observer.ts'
import { SERVER_OPTIONS } from '../../live/server/server.ts'
import { endServer } from '../../stage/http-server.ts'
import { type Endpoint, listen } from '../../stage/listen.ts'
import { createFigures } from './figures.ts'

/** Who looks after the process comes seldom, and alone. */
const CONNECTIONS = 32

export interface HealthOptions {
  readonly endpoint: Endpoint
  /** How many there are when it is asked. */
  readonly followers: () => number
  /** Why the store cannot be asked; undefined when it can. */
  readonly fault: () => string | undefined
}

export interface Health {
  /** Is to be told what the figures count. */
  readonly observer: LiveObserver
  readonly port: number
  close(): Promise<void>
}

/**
 * Answers `/healthz` and `/metrics` on a port of their own: what no one passes on to the outside, no one outside can
 * ask for, whatever the proxy's rules. Throws one line when it cannot listen.
 */
export async function openHealth({ endpoint, followers, fault }: HealthOptions): Promise<Health> {
  const figures = createFigures({ followers, isReachable: () => fault() === undefined })
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    async '/healthz'(response) {
      const reason = fault()
      const status = reason === undefined ? 200 : 503
      const body = reason === undefined ? { status: 'ok' } : { status: 'store', reason }
      say(response, { status, type: 'application/json', text: `${JSON.stringify(body)}\n` })
    },
    async '/metrics'(response) {
      say(response, { status: 200, type: figures.contentType, text: await figures.render() })
    },
  }
  const server = createServer(SERVER_OPTIONS, (request, response) => {
    const answer = request.method === 'GET' ? answers[request.url ?? ''] : undefined
    if (answer === undefined)
      return say(response, { status: 404, text: 'There are /healthz and /metrics.\n' })
    answer(response).catch((error: unknown) =>
      say(response, { status: 500, text: `${readMessage(error)}\n` }),
    )
  })
  server.maxConnections = CONNECTIONS
  const port = await listen(server, endpoint)
  return { port, observer: figures.observer, close: () => endServer(server) }
}

interface Said {
  readonly status: number
  readonly type?: string
  readonly text: string
}

function say(response: ServerResponse, { status, type = 'text/plain; charset=utf-8', text }: Said): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text)
}
