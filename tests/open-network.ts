import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream'

/** A network between a device and the stage, which can be cut. */
export interface Network {
  /** The stage's address on this network, without a closing slash. */
  readonly origin: string
  /** Ends all connections, and takes no other until the network is back. */
  cut(isCut: boolean): void
  close(): void
}

/** Opens a network to the stage on this port of this machine. */
export async function openNetwork(port: number): Promise<Network> {
  const sockets = new Set<Socket>()
  let down = false
  const server = createServer((socket) => {
    if (down) return void socket.destroy()
    sockets.add(socket)
    const onward = connect(port, 'localhost')
    // An end on either side, also by an error, ends the other.
    pipeline(socket, onward, socket, () => sockets.delete(socket))
  })
  const cut = (isCut: boolean) => {
    down = isCut
    if (isCut) for (const socket of sockets) socket.destroy()
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    close() {
      server.close()
      cut(true)
    },
  }
}
