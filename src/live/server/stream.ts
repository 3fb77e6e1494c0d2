import type { Socket } from 'node:net'
import type { Follower, Reader } from './room.ts'

const NOTHING = Buffer.alloc(0)

export interface StreamOptions {
  readonly socket: Socket
  /** What goes before the first message, together with it. */
  readonly head: string
  /** Is called once, when the socket has closed, for whatever reason. */
  readonly onClose: () => void
}

/** A follower's socket. It holds at most one message that the system has not taken yet. */
export class Stream implements Reader {
  /** Is told when a message that had to wait has gone. */
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
    // Called after what is before it, and only asked for when there is something: most messages go at once.
    socket.write(NOTHING, (error) => {
      if (!error) this.follower?.ready()
    })
    return 'full'
  }

  /** Who has a message waiting would have to queue this one. */
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
