import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream'

/** A network between a device and the stage, which can fail. */
export interface Network {
  /** The stage's address on this network, without a closing slash. */
  readonly origin: string
  /** Ends all connections, and takes no other until the network is back. */
  cut(isCut: boolean): void
  /** Answers writes with 403, as something on the way may do. */
  refuseWrites(isRefused: boolean): void
  close(): void
}

const REFUSAL = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

/** Opens a network to the stage on this port of this machine. */
export async function openNetwork(port: number): Promise<Network> {
  const sockets = new Set<Socket>()
  let down = false
  let refusing = false
  const server = createServer((socket) => {
    if (down) return void socket.destroy()
    sockets.add(socket)
    const onward = connect(port, 'localhost')
    const filter = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        if (refusing && chunk.toString('latin1', 0, 5) === 'POST ') return void socket.end(REFUSAL)
        yield chunk
      }
    }
    // An end on either side, also by an error, ends the other.
    pipeline(socket, filter, onward, socket, () => sockets.delete(socket))
  })
  const cut = (isCut: boolean) => {
    down = isCut
    if (isCut) for (const socket of sockets) socket.destroy()
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    refuseWrites(isRefused) {
      refusing = isRefused
    },
    close() {
      server.close()
      cut(true)
    },
  }
}
