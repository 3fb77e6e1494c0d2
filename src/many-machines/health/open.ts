import { createServer, type ServerResponse } from 'node:http'
import { readMessage } from '../../cli/command.ts'
import type { LiveObserver } from '../../live/server/observer.ts'
import { SERVER_OPTIONS } from '../../live/server/server.ts'
import { endServer } from '../../stage/http-server.ts'
import { type Endpoint, listen } from '../../stage/listen.ts'
import { createFigures } from './figures.ts'

/** The most connections: only a few monitoring programs connect, and seldom. */
const CONNECTIONS = 32

export interface HealthOptions {
  readonly endpoint: Endpoint
  /** Returns the current number of followers. */
  readonly followers: () => number
  /** Returns why the store cannot be reached; undefined when it can. */
  readonly fault: () => string | undefined
}

export interface Health {
  /** Pass the channel's events to it: the figures count them. */
  readonly observer: LiveObserver
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves `/healthz` and `/metrics` on a port of their own. No proxy forwards to that port, so nobody outside
 * can read them, whatever the proxy's rules. Throws one line when it cannot listen.
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
