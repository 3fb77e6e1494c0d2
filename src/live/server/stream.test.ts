import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { FOREVER, serveLive } from '../../../tests/live-server.ts'
import { at } from '../../../tests/store-contract.ts'
import { createMemoryStore } from './store-memory.ts'

/** So long that a few dozen messages fill the system's buffer for a socket. */
const LONG = 'x'.repeat(256 * 1024)
const MOVES = 100
const ASK = 'GET /live/hall HTTP/1.1\r\nHost: talk.example\r\n\r\n'

/** A channel, and moves that fill its followers' sockets. */
async function serveLong() {
  const clock = { now: 1000 }
  const store = createMemoryStore()
  const server = await serveLive({
    store,
    outline: [{ id: LONG, steps: 0 }],
    now: () => clock.now,
    timing: { beat: 5, end: FOREVER },
  })
  const moveAll = async () => {
    for (let seen = 0; seen < MOVES; seen++) {
      await store.write('hall', at(LONG, seen))
      // Lets the channel send this position before the next write.
      await new Promise(setImmediate)
    }
  }
  return { ...server, clock, moveAll }
}

test('a follower that stopped reading gets only the newest position when it reads again', async () => {
  const { join, moveAll } = await serveLong()
  const slow = await join()
  slow.socket.pause()
  await moveAll()
  slow.socket.resume()
  await eventually(() => slow.seqs().at(-1)).toBe(MOVES)
  expect(new Set(slow.seqs()).size).toBeLessThan(MOVES / 2)
})

test('a follower that does not read for too long is dropped, and the others stay', async () => {
  const { join, live, clock, moveAll } = await serveLong()
  const [stalled, good] = [await join(), await join()]
  stalled.socket.pause()
  await moveAll()
  await eventually(() => good.seqs().at(-1)).toBe(MOVES)
  expect(live.followers()).toBe(2)
  clock.now += 30_000
  await eventually(() => live.followers()).toBe(1)
  expect(good.socket.destroyed).toBe(false)
})

test('a follower that does not read does not delay the end', async () => {
  const { join, live, moveAll } = await serveLong()
  const stalled = await join()
  stalled.socket.pause()
  await moveAll()
  await live.close()
  expect(live.followers()).toBe(0)
})

test('a follower that never closes its side does not delay the end', async () => {
  const { join, live } = await serveLive({ timing: { end: FOREVER } })
  const { socket } = await join()
  socket.pause()
  await live.close()
  expect(live.followers()).toBe(0)
})

test('a socket that does not end in time is destroyed', async () => {
  const { join, live } = await serveLive({
    timing: { end: 20 },
    prepare: (server) =>
      server.on('connection', (socket) => {
        socket.destroySoon = () => {}
      }),
  })
  await join()
  await live.close()
  expect(live.followers()).toBe(0)
})

test.each<[string, (socket: Socket) => unknown]>([
  ['resets its connection', (socket) => socket.resetAndDestroy()],
  ['has ended its side', (socket) => socket.end()],
  ['sends more data', (socket) => socket.write(ASK)],
])('a follower that %s has left, and nothing else happens', async (_, act) => {
  const { join, live, read } = await serveLive()
  const { socket, closed } = await join()
  act(socket)
  await closed
  await eventually(() => live.followers()).toBe(0)
  expect(await read()).toHaveProperty('seq', 0)
})

test('requests pipelined behind a stream’s are cut off and move nobody', async () => {
  const { send, read, secret, live } = await serveLive()
  const body = JSON.stringify({ seen: 0, slide: 'story', step: 0, blank: false })
  const write = `POST /live/hall HTTP/1.1\r\nHost: talk.example\r\nContent-Type: application/json\r\nAuthorization: Bearer ${secret}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  await send(ASK.repeat(51) + write)
  expect(live.followers()).toBe(0)
  expect(await read()).toHaveProperty('seq', 0)
})

test('a stream behind another answer is refused', async () => {
  const { send } = await serveLive()
  const ask = (accept: string) => `GET /live/hall HTTP/1.1\r\nHost: talk.example\r\nAccept: ${accept}\r\n`
  const answers = await send(
    `${ask('application/json')}\r\n${ask('text/event-stream')}Connection: close\r\n\r\n`,
  )
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400'])
})

test('a GET with a body is refused', async () => {
  const { send } = await serveLive()
  const ask = 'GET /live/hall HTTP/1.1\r\nHost: talk.example\r\n'
  expect(await send(`${ask}Content-Length: 5\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /)
  expect(await send(`${ask}Transfer-Encoding: chunked\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /)
})

test('the server’s time limits, which end requests, do not end streams', async () => {
  const { follow } = await serveLive({
    http: { connectionsCheckingInterval: 5 },
    // Not before, as a busy machine may take longer to read the request.
    prepare: (server) =>
      server.prependListener('request', ({ socket }) => {
        Object.assign(server, { headersTimeout: 20, requestTimeout: 20, keepAliveTimeout: 20 })
        socket.setTimeout(30)
      }),
    timing: { heartbeat: 100, beat: 100 },
  })
  const { messages, socket } = follow()
  await eventually(() => messages.length).toBeGreaterThan(4)
  expect(socket.destroyed).toBe(false)
})

test('other listeners for a socket’s close are called when it closes, not before', async () => {
  const closed: Socket[] = []
  const { follow, live } = await serveLive({
    timing: { heartbeat: 60, beat: 60 },
    prepare: (server) =>
      server
        .on('connection', (socket) => socket.once('close', () => closed.push(socket)))
        // Not before, as a busy machine may take longer to read the request.
        .prependListener('request', ({ socket }) => socket.setTimeout(20)),
  })
  const follower = follow()
  await eventually(() => follower.messages.length).toBeGreaterThan(3)
  expect(closed).toEqual([])
  follower.socket.write('more')
  await follower.closed
  await eventually(() => closed).toHaveLength(1)
  expect(live.followers()).toBe(0)
})

test('the HTTP server keeps nothing of a follower but the socket', async () => {
  const sockets: Socket[] = []
  const { join } = await serveLive({
    prepare: (server) => server.on('connection', (socket) => sockets.push(socket)),
  })
  await join()
  const [socket] = sockets
  expect(socket?.listenerCount('close')).toBe(1)
  expect(socket?.listenerCount('data')).toBe(1)
  expect(socket?.listenerCount('end')).toBe(2)
  expect(socket).toHaveProperty('parser', null)
})
