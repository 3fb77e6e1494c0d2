import type { Socket } from 'node:net'
import type { Admission } from './admission.ts'
import { answer, type Exchange, HEADERS, hasBody, Refusal } from './answer.ts'
import type { Hub } from './hub.ts'
import type { LiveObserver } from './observer.ts'
import { releaseSocket } from './release-socket.ts'
import { Stream } from './stream.ts'

export interface StreamsOptions {
  readonly hub: Hub
  readonly admission: Admission
  /** How long a stream may take to end, in milliseconds. */
  readonly endTimeout: number
  readonly observer: Partial<LiveObserver> | undefined
  /** Called with a connection that becomes a stream, before it leaves its HTTP server. */
  readonly onStream: (socket: Socket) => void
}

/** The open streams: turns requests into followers, and ends all streams. */
export class Streams {
  readonly #options: StreamsOptions
  readonly #open = new Set<Stream>()
  #onEmpty = () => {}

  constructor(options: StreamsOptions) {
    this.#options = options
  }

  /** Opens a stream for the request and joins it to the room. Throws a Refusal. */
  open({ request, response }: Exchange): void {
    if (hasBody(request)) throw new Refusal(400, 'a GET has no body')
    if (response.socket === null) throw new Refusal(400, 'a stream needs a connection of its own')
    // `releaseSocket` can take the socket only after the whole request has been read.
    request.once('end', () => this.#start({ request, response })).resume()
  }

  /** Sends each stream the end of the talk and ends it; with `elsewhere`, ends it without a message. */
  async close({ elsewhere = false } = {}): Promise<void> {
    this.#options.hub.end({ elsewhere })
    if (this.#open.size === 0) return
    const late = setTimeout(() => {
      for (const stream of this.#open) stream.drop()
    }, this.#options.endTimeout)
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve
    })
    clearTimeout(late)
  }

  #start(exchange: Exchange): void {
    const { hub, admission, observer, onStream } = this.#options
    const share = admission.enter(exchange.request.socket.remoteAddress ?? '')
    if (share === undefined) {
      observer?.onTurnedAway?.()
      const body = { error: 'all places are taken; ask for application/json, or come again' }
      answer(exchange, { status: 503, body, headers: { 'Retry-After': '10' } })
      return
    }
    if (exchange.response.socket !== null) onStream(exchange.response.socket)
    const socket = releaseSocket(exchange.response)
    if (socket === undefined) {
      admission.leave(share)
      return
    }
    const onClose = () => {
      admission.leave(share)
      stream.follower?.leave()
      this.#open.delete(stream)
      if (this.#open.size === 0) this.#onEmpty()
    }
    const stream = new Stream({ socket, head: renderHead(), onClose })
    this.#open.add(stream)
    stream.follower = hub.join(stream)
    observer?.onJoin?.()
  }
}

/** The end of the connection is the end of the stream, so the messages need no chunked encoding. */
function renderHead(): string {
  const headers = {
    Date: new Date().toUTCString(),
    Connection: 'close',
    'Content-Type': 'text/event-stream',
    Vary: 'Accept',
    ...HEADERS,
    // Asks proxies not to buffer messages: https://nginx.org/en/docs/http/ngx_http_proxy_module.html
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 200 OK\r\n${lines.join('')}\r\nretry: 3000\n`
}
