import type { Socket } from 'node:net'
import type { Follower, Reader } from './room.ts'

const NOTHING = Buffer.alloc(0)

export interface StreamOptions {
  readonly socket: Socket
  /** The HTTP head, sent together with the first message. */
  readonly head: string
  /** Called once, when the socket has closed for any reason. */
  readonly onClose: () => void
}

/** A follower's socket. At most one message waits in it for the operating system. */
export class Stream implements Reader {
  /** Its `ready` is called when a waiting message has gone out. */
  follower: Follower | undefined = undefined
  readonly #socket: Socket
  #head: string | undefined

  constructor({ socket, head, onClose }: StreamOptions) {
    this.#socket = socket
    this.#head = head
    socket.setNoDelay(true)
    socket.once('close', onClose)
  }

  send(chunk: Buffer): 'sent' | 'full' {
    const socket = this.#socket
    socket.write(this.#head === undefined ? chunk : Buffer.concat([Buffer.from(this.#head), chunk]))
    this.#head = undefined
    if (socket.writableLength === 0) return 'sent'
    // An empty write's callback runs once the message before it has gone out. Most messages go out at once.
    socket.write(NOTHING, (error) => {
      if (!error) this.follower?.ready()
    })
    return 'full'
  }

  /** Drops the socket if a message is still waiting: the last one would have to queue behind it. */
  end(chunk: Buffer): void {
    if (this.#socket.writableLength > 0) {
      this.drop()
    } else {
      this.#socket.write(chunk)
      this.#socket.destroySoon()
    }
  }

  drop(): void {
    this.#socket.destroy()
  }
}
