import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpServer, endServer } from './http-server.ts'

test('a server looks after its connections: what each asks at once, and the share of an address', async () => {
  const { server, connections } = createHttpServer({ followers: 10, beside: 8 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  onTestFinished(() => endServer(server))
  /** A client that asks what nobody answers. */
  const open = (times: number) => {
    const client = connect(port, '127.0.0.1')
    onTestFinished(() => void client.destroy())
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(times))
    return { client, reset: once(client, 'error') }
  }
  await open(3).reset
  expect(connections.total).toBe(0)
  // Two of eight places.
  const first = open(1)
  await once(server, 'request')
  const [second, third] = [open(1), open(1)]
  await first.reset
  expect(connections.total).toBe(2)
  expect([second, third].map(({ client }) => client.destroyed)).toEqual([false, false])
})
