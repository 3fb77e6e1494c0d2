import { createServer, type Server } from 'node:http'
import { SERVER_OPTIONS } from '../live/server/server.ts'

/** Connections besides the followers', for pages, fonts and writes. Node closes any more at once. */
const BESIDE_FOLLOWERS = 2000
/** How long open answers may take when the server closes, in milliseconds. */
const TO_END = 1000

/** Creates a server for at most this many followers. */
export function createHttpServer(followers: number): Server {
  const server = createServer(SERVER_OPTIONS)
  server.maxConnections = followers + BESIDE_FOLLOWERS
  return server
}

/** Accepts no more requests, finishes open answers, and closes the server. */
export async function endServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), TO_END)
  await closed
  clearTimeout(late)
}
