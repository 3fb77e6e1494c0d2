import { createServer } from 'node:http'
import { readMessage } from '../../cli/command.ts'
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

type Answer = readonly [status: number, text: string, type?: string]

/**
 * Serves `/healthz` and `/metrics` on a port of their own. No proxy forwards to that port, so nobody outside
 * can read them, whatever the proxy's rules. Pass the channel's events to its `observer`: the figures count them.
 * Throws one line when it cannot listen.
 */
export async function openHealth({ endpoint, followers, fault }: HealthOptions) {
  const { registry, observer } = createFigures(followers, () => fault() === undefined)
  const answer = async (asked: string): Promise<Answer> => {
    if (asked === 'GET /metrics') return [200, await registry.metrics(), registry.contentType]
    if (asked !== 'GET /healthz') return [404, 'There are /healthz and /metrics.\n']
    const reason = fault()
    const body = reason === undefined ? { status: 'ok' } : { status: 'store', reason }
    return [reason === undefined ? 200 : 503, `${JSON.stringify(body)}\n`, 'application/json']
  }
  const server = createServer(SERVER_OPTIONS, async ({ method, url }, response) => {
    const [status, text, type = 'text/plain; charset=utf-8'] = await answer(`${method} ${url}`).catch(
      (error: unknown): Answer => [500, `${readMessage(error)}\n`],
    )
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text)
  })
  server.maxConnections = CONNECTIONS
  const port = await listen(server, endpoint)
  return { port, observer, close: () => endServer(server) }
}
