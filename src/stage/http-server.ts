import { createServer, type Server } from 'node:http'
import { SERVER_OPTIONS } from '../live/server/server.ts'

/** Connections that are no follower's: pages and fonts being loaded, writes. More are turned away before they cost. */
const BESIDE_FOLLOWERS = 2000
/** Time that answers under way have when the server ends, in milliseconds. */
const TO_END = 1000

/** For so many followers at most. */
export function createHttpServer(followers: number): Server {
  const server = createServer(SERVER_OPTIONS)
  server.maxConnections = followers + BESIDE_FOLLOWERS
  return server
}

/** Takes no more requests, lets answers under way go out, and ends. */
export async function endServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const late = setTimeout(() => server.closeAllConnections(), TO_END)
  await closed
  clearTimeout(late)
}
