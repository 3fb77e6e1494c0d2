import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { boundRequests } from './bound-requests.ts'

export interface ConnectionLimits {
  /** From one address; behind a proxy all have the same. */
  readonly perAddress: number
  /** From all addresses together. */
  readonly total: number
  /** How long the other side may take to read its answers, in milliseconds. */
  readonly patience: number
}

interface Connection {
  readonly address: string
  readonly forget: () => void
  /** Requests whose answers the system has not taken whole yet; undefined before the first request. */
  open: number | undefined
  /** Ends the connection when the answers are not taken in time. */
  late: NodeJS.Timeout | undefined
  /** It has sent the key: it stays, whoever comes. */
  kept: boolean
}

/** Requests that a connection may have sent without waiting for the answers. Browsers send one. */
const PIPELINED = 2

/**
 * The connections that are no streams: pages, files and writes. There is always a place for a new one: when
 * there are too many, the oldest of the address that has the most gives way, one without an open request
 * first. They are ended by a reset, so that the system drops what nobody reads.
 */
export class Connections {
  readonly #limits: ConnectionLimits
  /** The oldest first. */
  readonly #all = new Map<Socket, Connection>()
  readonly #byAddress = new Map<string, Set<Socket>>()

  constructor(limits: ConnectionLimits) {
    this.#limits = limits
  }

  get total(): number {
    return this.#all.size
  }

  add(socket: Socket): void {
    const address = socket.remoteAddress ?? ''
    const forget = () => this.#remove(socket)
    this.#all.set(socket, { address, forget, open: undefined, late: undefined, kept: false })
    const own = this.#byAddress.get(address) ?? new Set()
    this.#byAddress.set(address, own.add(socket))
    socket.once('close', forget)
    boundRequests(socket, () => this.#end(socket))
    if (own.size > this.#limits.perAddress) this.#makePlace(own, socket)
    else if (this.#all.size > this.#limits.total) this.#makePlace(this.#findLargest(), socket)
  }

  /** Counts a request until its answer has been taken. */
  begin(socket: Socket, response: ServerResponse): void {
    const connection = this.#all.get(socket)
    if (connection === undefined) return
    const open = (connection.open ?? 0) + 1
    connection.open = open
    connection.late ??= setTimeout(() => this.#end(socket), this.#limits.patience)
    response.once('close', () => {
      connection.open = (connection.open ?? 1) - 1
      if (connection.open > 0) return
      clearTimeout(connection.late)
      connection.late = undefined
    })
    if (open > PIPELINED) this.#end(socket)
  }

  /** The connection has sent the key. */
  keep(socket: Socket): void {
    const connection = this.#all.get(socket)
    if (connection !== undefined) connection.kept = true
  }

  /** The connection has become a stream, which others look after. */
  release(socket: Socket): void {
    this.#remove(socket)
  }

  #makePlace(sockets: Iterable<Socket>, newest: Socket): void {
    const some = [...sockets].filter((one) => one !== newest && this.#all.get(one)?.kept === false)
    const oldest = some.find((socket) => this.#all.get(socket)?.open === 0) ?? some[0]
    if (oldest !== undefined) this.#end(oldest)
  }

  #findLargest(): Iterable<Socket> {
    let largest: ReadonlySet<Socket> = new Set()
    for (const own of this.#byAddress.values()) if (own.size > largest.size) largest = own
    return largest
  }

  #end(socket: Socket): void {
    this.#remove(socket)
    socket.resetAndDestroy()
  }

  #remove(socket: Socket): void {
    const connection = this.#all.get(socket)
    if (connection === undefined) return
    this.#all.delete(socket)
    clearTimeout(connection.late)
    socket.off('close', connection.forget)
    const own = this.#byAddress.get(connection.address)
    own?.delete(socket)
    if (own?.size === 0) this.#byAddress.delete(connection.address)
  }
}
