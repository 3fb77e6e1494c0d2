import { createServer } from 'node:http'
import { hashSecret } from '../../live/server/secret.ts'
import { createLive, type LiveOptions, SERVER_OPTIONS } from '../../live/server/server.ts'
import type { HubMessage } from './hub.ts'
import { createNaiveHub } from './naive-hub.ts'

/** Run as a process of its own by `startHub`: the kind of hub, its port, its secret, the NATS it shares. */
const [kind, port, secret = '', ...servers] = process.argv.slice(2)

async function openStore(): Promise<Pick<LiveOptions, 'store'>> {
  if (servers.length === 0) return {}
  const { openNatsStore } = await import('../../many-machines/store-nats.ts')
  return {
    store: await openNatsStore({ servers, replicas: 3, login: {}, tls: {}, readOnly: kind === 'edge' }),
  }
}

async function createHub() {
  if (kind === 'naive') return createNaiveHub()
  const live = createLive({
    ...(await openStore()),
    // What a broken cluster does to writes is measured, not written down.
    report: () => {},
    outline: [
      { id: 'start', steps: 0 },
      { id: 'course', steps: 1_000_000 },
    ],
    rooms: new Map([['hall', kind === 'edge' ? [] : [hashSecret(secret)]]]),
  })
  return createServer(SERVER_OPTIONS, (request, response) => {
    if (!live.handle(request, response)) response.writeHead(404).end()
  })
}

const tell = (message: HubMessage) => process.send?.(message)

const server = (await createHub()).listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) tell({ port: address.port })
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  tell({ rss: process.memoryUsage.rss(), cpu: user + system })
})
process.on('disconnect', () => process.exit())
