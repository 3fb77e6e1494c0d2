import type { Socket } from 'node:net'

/** How many requests may come in one piece. Browsers wait for an answer; proxies send a few. */
const AT_ONCE = 4

/**
 * Calls `end` instead of reading when too many requests come at once. Node's HTTP server reads all requests
 * of a piece (64 KB: more than a thousand) before it does anything else, even when their connection has
 * ended meanwhile. So this looks at a piece before the server's own `data` listener gets it. Throws for a
 * socket that no HTTP server reads.
 */
export function boundRequests(socket: Socket, end: () => void): void {
  const [read] = socket.listeners('data') as ((piece: Buffer) => void)[]
  if (read === undefined) throw new Error('an HTTP server does not read its sockets by `data` any more')
  socket.off('data', read)
  socket.on('data', (piece: Buffer) => (hasTooMany(piece) ? end() : read.call(socket, piece)))
}

function hasTooMany(piece: Buffer): boolean {
  let count = 0
  for (let at = piece.indexOf('HTTP/'); at !== -1 && count <= AT_ONCE; at = piece.indexOf('HTTP/', at + 1)) {
    count++
  }
  return count > AT_ONCE
}
