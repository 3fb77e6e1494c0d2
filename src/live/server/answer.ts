import type { IncomingMessage, ServerResponse } from 'node:http'

/** What every answer of the live channel says of itself: nothing is kept, guessed, passed on or read elsewhere. */
export const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** An answer that is not the one asked for; `message` tells how to ask, and never repeats what came. */
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

/** Answers in JSON. A request that has not been read to its end is cut off: what it still sends could be endless. */
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

/** By its own account: of a request that has only begun, `complete` does not tell. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined
}
