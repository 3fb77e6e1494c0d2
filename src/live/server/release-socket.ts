import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Takes a socket from its HTTP server once its request has been read: request, response and parser, two thirds of a
 * connection's memory, are let go, and no further request can follow. Whatever still comes ends it. Undefined when
 * the response has no living socket.
 *
 * `node:http` does this itself only for upgrades. Here it is told that the socket has closed, by its own listener;
 * unless others listen for that too, who would be told wrongly: then the memory stays in use until it closes.
 */
export function releaseSocket(response: ServerResponse): Socket | undefined {
  const { socket } = response
  if (socket === null || socket.destroyed) return undefined
  response.detachSocket(socket)
  socket.removeAllListeners('data')
  const [tellClosed, ...others] = socket.listeners('close')
  if (tellClosed !== undefined && others.length === 0) {
    for (const event of ['close', 'drain', 'error', 'timeout']) socket.removeAllListeners(event)
    // The first is the stream's own and stays.
    for (const listener of socket.listeners('end').slice(1)) socket.off('end', listener as () => void)
    tellClosed.call(socket)
  }
  // A reset is no fault of ours; `close` follows it and says all there is to know.
  socket.on('error', doNothing)
  // One function for all sockets: a closure for each would keep what this function saw.
  socket.on('data', destroy).on('end', destroy)
  socket.setTimeout(0)
  return socket
}

function destroy(this: Socket): void {
  this.destroy()
}

function doNothing(): void {}
