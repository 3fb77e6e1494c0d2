import { createServer, type Server } from 'node:http'
import { SERVER_OPTIONS } from '../live/server/server.ts'
import { Connections } from './connections.ts'
import type { Places } from './open-files.ts'

/** How long open answers may take when the server closes, in milliseconds. */
const TO_END = 1000

/** Of the connections beside the followers', the share of one address. */
const SHARE = 1 / 4
/** How long the other side may take to read an answer, in milliseconds: a slow line needs seconds. */
const PATIENCE = 60_000

/** Creates a server, and looks after its connections that are no streams. */
export function createHttpServer({ followers, beside }: Places) {
  const server = createServer(SERVER_OPTIONS)
  const perAddress = Math.max(1, Math.floor(beside * SHARE))
  const connections = new Connections({ total: beside, perAddress, patience: PATIENCE })
  server.on('connection', (socket) => connections.add(socket))
  server.on('request', ({ socket }, response) => connections.begin(socket, response))
  // Connections give way before; this bounds what has not been accepted yet.
  server.maxConnections = followers + beside + 1
  return { server, connections }
}

/** Accepts no more requests, finishes open answers, and closes the server. */
export async function endServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), TO_END)
  await closed
  clearTimeout(late)
}
