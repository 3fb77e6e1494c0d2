import { createServer } from 'node:http'
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

type Answer = readonly [status: number, text: string, type?: string]

/**
 * Serves `/healthz` and `/metrics` on a port of their own. No proxy forwards to that port, so nobody outside
 * can read them, whatever the proxy's rules. Throws one line when it cannot listen.
 */
export async function openHealth({ endpoint, followers, fault }: HealthOptions): Promise<Health> {
  const { registry, observer } = createFigures(followers, () => fault() === undefined)
  const answers: Readonly<Record<string, () => Answer | Promise<Answer>>> = {
    '/healthz'() {
      const reason = fault()
      const body = reason === undefined ? { status: 'ok' } : { status: 'store', reason }
      return [reason === undefined ? 200 : 503, `${JSON.stringify(body)}\n`, 'application/json']
    },
    '/metrics': async () => [200, await registry.metrics(), registry.contentType],
  }
  const answer = async (method?: string, url = ''): Promise<Answer> => {
    const known = method === 'GET' ? answers[url] : undefined
    return known?.() ?? [404, 'There are /healthz and /metrics.\n']
  }
  const server = createServer(SERVER_OPTIONS, async ({ method, url }, response) => {
    const [status, text, type = 'text/plain; charset=utf-8'] = await answer(method, url).catch(
      (error: unknown): Answer => [500, `${readMessage(error)}\n`],
    )
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text)
  })
  server.maxConnections = CONNECTIONS
  const port = await listen(server, endpoint)
  return { port, observer, close: () => endServer(server) }
}
