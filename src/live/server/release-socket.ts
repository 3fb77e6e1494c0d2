import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Detaches a socket from its HTTP server after its request has been read. This frees request, response and
 * parser, two thirds of a connection's memory. Any further data from the client destroys the socket. Returns
 * undefined when the response has no open socket.
 *
 * `node:http` does this only for upgrades. Here we call the HTTP server's own `close` listener, so that it
 * takes the socket for closed. If others listen for `close` too, we do not, and the memory stays in use until
 * the socket closes.
 */
export function releaseSocket(response: ServerResponse): Socket | undefined {
  const { socket } = response
  if (socket === null || socket.destroyed) return undefined
  response.detachSocket(socket)
  socket.removeAllListeners('data')
  const [tellClosed, ...others] = socket.listeners('close')
  if (tellClosed !== undefined && others.length === 0) {
    for (const event of ['close', 'drain', 'error', 'timeout']) socket.removeAllListeners(event)
    // The first `end` listener belongs to the socket itself and stays.
    for (const listener of socket.listeners('end').slice(1)) socket.off('end', listener as () => void)
    tellClosed.call(socket)
  }
  // Ignores connection resets: `close` follows and is handled.
  socket.on('error', doNothing)
  // Shared functions: a closure for each socket would keep this function's variables in memory.
  socket.on('data', destroy).on('end', destroy)
  socket.setTimeout(0)
  return socket
}

function destroy(this: Socket): void {
  this.destroy()
}

function doNothing(): void {}
