import type { IncomingMessage, ServerResponse } from 'node:http'

/** Headers of every answer of the channel: no caching, type sniffing, referrer or use by other origins. */
export const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** A request is refused. `message` says how to ask correctly and never repeats what was sent. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

export interface Answer {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers in JSON. Closes the connection if the request is not fully read: the rest could be endless. */
export function answer({ request, response }: Exchange, { status, body, headers }: Answer): void {
  if (response.destroyed || response.headersSent) return
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
    ...(hasBody(request) && !request.complete && { Connection: 'close' }),
  })
  response.end(text)
}

/** Reads the headers, because `complete` says nothing while the request is still arriving. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined
}
