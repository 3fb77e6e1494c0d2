import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { eventually } from '../../tests/eventually.ts'
import { type ConnectionLimits, Connections } from './connections.ts'

const FOREVER = 3_600_000
/** More than the systems of both sides take before anyone reads. */
const HUGE = Buffer.alloc(64 * 1024 * 1024)
const ask = (path = '/') => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`

/** A server that answers `/huge`, `/never`, with nothing, and anything else with a word. */
async function serve(limits: Partial<ConnectionLimits> = {}) {
  const connections = new Connections({ perAddress: 100, total: 100, patience: FOREVER, ...limits })
  const requests: string[] = []
  const answered: string[] = []
  const answer: RequestListener = ({ url = '', socket }, response) => {
    requests.push(url)
    response.once('close', () => answered.push(url))
    if (url === '/speaker') connections.keep(socket)
    if (url === '/stream') connections.release(socket)
    if (url === '/huge') response.end(HUGE)
    else if (url !== '/never' && url !== '/stream') response.end('word')
  }
  const server = createServer({ keepAliveTimeout: FOREVER })
  server.on('connection', (socket) => connections.add(socket))
  server.on('request', (request, response) => connections.begin(request.socket, response))
  server.on('request', answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const clients: Socket[] = []
  onTestFinished(async () => {
    for (const client of clients) client.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  /** A client that sends a request and, unless it is deaf, reads the answer. */
  const open = async ({ from = '127.0.0.1', path = '/', deaf = false, times = 1 } = {}) => {
    const client = connect({ port, host: '127.0.0.1', localAddress: from })
    clients.push(client)
    const state = { client, text: '', ended: false }
    client
      .on('error', () => {})
      .once('close', () => {
        state.ended = true
      })
    if (!deaf)
      client.on('data', (chunk) => {
        state.text += chunk
      })
    const before = requests.length
    client.write(ask(path).repeat(times))
    await eventually(() => requests.length).toBeGreaterThan(before)
    return state
  }
  return { connections, open, requests, answered }
}

test('an answer that is not read in time loses its place, one that is read does not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { connections, open, answered } = await serve({ patience: 60_000 })
  const idle = await open()
  await eventually(() => answered).toEqual(['/'])
  await open({ path: '/huge', deaf: true })
  vi.advanceTimersByTime(30_000)
  expect(connections.total).toBe(2)
  vi.advanceTimersByTime(30_000)
  // A deaf client does not hear of its end, either: the place is what counts.
  expect(connections.total).toBe(1)
  expect(idle.ended).toBe(false)
})

test('the oldest of an address gives way to its next one, and other addresses stay', async () => {
  const { connections, open } = await serve({ perAddress: 3 })
  const other = await open({ from: '127.0.0.2', path: '/never' })
  const busy = await open({ path: '/never' })
  const idle = await open()
  await eventually(() => idle.text).toContain('word')
  const [third, fourth] = [await open({ path: '/never' }), await open({ path: '/never' })]
  // Who waits for nothing goes first, then the oldest.
  await eventually(() => idle.ended).toBe(true)
  expect(busy.ended).toBe(false)
  const fifth = await open()
  await eventually(() => busy.ended).toBe(true)
  expect([other, third, fourth, fifth].map(({ ended }) => ended)).toEqual([false, false, false, false])
  expect(connections.total).toBe(4)
})

test('when all places are taken, the address that has the most gives one up; never who has sent the key', async () => {
  const { open } = await serve({ total: 4 })
  const speaker = await open({ from: '127.0.0.2', path: '/speaker' })
  await eventually(() => speaker.text).toContain('word')
  const crowd = [await open({ from: '127.0.0.2' }), await open({ from: '127.0.0.2' })]
  await open({ from: '127.0.0.3', path: '/never' })
  const late = await open({ from: '127.0.0.4' })
  await eventually(() => late.text).toContain('word')
  await eventually(() => crowd.map(({ ended }) => ended)).toEqual([true, false])
  expect(speaker.ended).toBe(false)
})

test('a connection that sends more requests without waiting for answers is ended', async () => {
  const { connections, open } = await serve()
  const some = await open({ path: '/never', times: 2 })
  const many = await open({ path: '/never', times: 3 })
  await eventually(() => many.ended).toBe(true)
  expect(some.ended).toBe(false)
  expect(connections.total).toBe(1)
})

test('of a thousand requests in one piece hardly any is read', async () => {
  const { open, requests } = await serve()
  const one = await open()
  one.client.write(ask('/never').repeat(1000))
  await eventually(() => one.ended).toBe(true)
  expect(requests.filter((url) => url === '/never').length).toBeLessThan(10)
})

test('a stream is no longer counted, and lasts', async () => {
  const { connections, open } = await serve({ perAddress: 1, patience: 100 })
  const stream = await open({ path: '/stream' })
  await eventually(() => connections.total).toBe(0)
  const [first, second] = [await open({ path: '/never' }), await open({ path: '/never' })]
  await eventually(() => [first.ended, second.ended]).toEqual([true, true])
  expect(stream.ended).toBe(false)
})
