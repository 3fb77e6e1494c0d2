import { existsSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { BACKLOG, createLive, type LiveOptions, SERVER_OPTIONS } from '../../live/server/server.ts'
import type { HubMessage } from './hub.ts'

const OPEN_FILES = '/proc/self/fd'

/** Our hub, as in `createNaiveHub`. Its slide has enough steps for the bench to count with. */
export function createHub(options: Pick<LiveOptions, 'keyring' | 'store' | 'report'>): Server {
  const outline = [
    { id: 'start', steps: 0 },
    { id: 'course', steps: 1_000_000 },
  ]
  const live = createLive({ ...options, outline, room: 'hall' })
  return createServer(SERVER_OPTIONS, (request, response) => {
    if (!live.handle(request, response)) response.writeHead(404).end()
  })
}

/** Runs a hub in the process that `startHub` has started, until the parent process ends. */
export function runHub(hub: Server, port: number): void {
  const tell = (message: HubMessage) => process.send?.(message)
  const server = hub.listen({ port, host: '127.0.0.1', backlog: BACKLOG }, () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) tell({ port: address.port })
  })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({
      memory: process.memoryUsage.rss() / 1000,
      processor: (user + system) / 1e6,
      ...(existsSync(OPEN_FILES) && { descriptors: readdirSync(OPEN_FILES).length }),
    })
  })
  process.on('disconnect', () => process.exit())
}
