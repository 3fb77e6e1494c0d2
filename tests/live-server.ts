import { createServer, type ServerOptions } from 'node:http'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { LiveMessage, Position } from '../src/live/protocol/position.ts'
import { Keyring } from '../src/live/server/keyring.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { createLive, type LiveOptions, SERVER_OPTIONS } from '../src/live/server/server.ts'
import { eventually } from './eventually.ts'

export const OUTLINE = [
  { id: 'start', steps: 0 },
  { id: 'story', steps: 3 },
]

/** Longer than a test may take, in milliseconds. */
export const FOREVER = 3_600_000

export interface ServeOptions extends Partial<LiveOptions> {
  readonly http?: ServerOptions
  readonly prepare?: (server: ReturnType<typeof createServer>) => void
}

/**
 * A live channel on a real port with the room `hall`; it closes when the test is over. By default it sends no heartbeats, as they would appear among the messages that tests count.
 */
export async function serveLive({ http = {}, prepare, timing, ...options }: ServeOptions = {}) {
  const secret = makeSecret()
  const timed = { beat: FOREVER, ...timing }
  const keyring = new Keyring({ secret })
  const live = createLive({ outline: OUTLINE, room: 'hall', keyring, ...options, timing: timed })
  const server = createServer({ ...SERVER_OPTIONS, ...http }, (request, response) => {
    if (!live.handle(request, response)) response.writeHead(404).end()
  })
  prepare?.(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const { port } = address
  const clients = new Set<Socket>()
  onTestFinished(async () => {
    for (const client of clients) client.destroy()
    await live.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const open = (localAddress = '127.0.0.1') => {
    const client = connect({ port, host: '127.0.0.1', localAddress })
    clients.add(client)
    // The server may reset a refused client that is still sending; `close` follows all the same.
    client.on('error', () => {})
    return client
  }
  /** Sends a request unchanged and returns all that the server sends until it closes the connection. */
  const sendFrom = async (localAddress: string, request: string): Promise<string> => {
    const client = open(localAddress)
    let answer = ''
    client.on('data', (chunk) => {
      answer += chunk
    })
    client.write(request)
    await new Promise((resolve) => client.once('close', resolve))
    return answer
  }

  return {
    live,
    port,
    secret,
    url: `http://127.0.0.1:${port}/live/hall`,
    open,

    sendFrom,
    send: (request: string) => sendFrom('127.0.0.1', request),

    async read(): Promise<Position> {
      const response = await fetch(`http://127.0.0.1:${port}/live/hall`, {
        headers: { Accept: 'application/json' },
      })
      return (await response.json()) as Position
    },

    write(seen: number, place: Partial<Position> = {}): Promise<Response> {
      return fetch(`http://127.0.0.1:${port}/live/hall`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ seen, slide: 'story', step: 0, blank: false, ...place }),
      })
    },

    follow: (localAddress?: string) => follow(open(localAddress)),

    /** A follower that has heard where the talk is. */
    async join(localAddress?: string) {
      const follower = follow(open(localAddress))
      await eventually(() => follower.messages).not.toEqual([])
      return follower
    },
  }
}

/** A follower on a bare socket: the messages that it received, and its socket. */
export function follow(socket: Socket) {
  let text = ''
  const messages: LiveMessage[] = []
  socket.write('GET /live/hall HTTP/1.1\r\nHost: talk.example\r\nAccept: text/event-stream\r\n\r\n')
  socket.on('data', (chunk) => {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const data = event.match(/^data: (.*)$/m)?.[1]
      if (data !== undefined) messages.push(JSON.parse(data) as LiveMessage)
    }
  })
  return {
    socket,
    messages,
    closed: new Promise<void>((resolve) => socket.once('close', () => resolve())),
    seqs: () => messages.map((message) => ('seq' in message ? message.seq : 'ended')),
  }
}
