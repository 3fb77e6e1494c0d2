import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const REQUEST = [
  'GET /live/hall HTTP/1.1',
  'Host: 127.0.0.1',
  'Accept: text/event-stream',
  'Cache-Control: no-cache',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
  '\r\n',
].join('\r\n')

/** Longest wait for anything, in milliseconds: what takes longer could not be measured. */
const PATIENCE = 30_000

/** Milliseconds until the next attempt, growing and uneven as those of `src/live/client.ts`. */
function chooseWait(failures: number): number {
  return Math.min(1500, 200 * 2 ** failures) * (0.5 + Math.random() / 2)
}

/** One follower: the last position it got, and when, in milliseconds of `performance.now`. */
interface Member {
  socket: Socket
  /** Attempts to come back since it last heard something. */
  failures: number
  askedAt: number
  firstAt: number
  seq: number
  at: number
}

/** Followers of one room, as many as wanted. They share one buffer and parse nothing but the seq. */
export class Crowd {
  readonly #port: number
  readonly #members: Member[] = []
  readonly #buffer = Buffer.allocUnsafe(64 * 1024)
  #wanted = 0
  #missing = 0
  #onAll = () => {}
  #onFault = (_: Error) => {}
  /** When the connection ends, comes again after a random time. */
  #comesBack = false
  #closing = false

  constructor(port: number) {
    this.#port = port
  }

  get members(): readonly Readonly<Pick<Member, 'askedAt' | 'firstAt' | 'seq' | 'at'>>[] {
    return this.#members
  }

  /** Lets `count` more in, so many a second, and waits until each has a position. */
  async grow(count: number, perSecond: number): Promise<void> {
    const startedAt = performance.now()
    for (let come = 0; come < count; ) {
      const due = Math.min(count, Math.ceil(((performance.now() - startedAt) / 1000) * perSecond))
      for (; come < due; come++) this.#members.push(this.#ask())
      await sleep(2)
    }
    await this.waitFor(0)
  }

  /** Resolves when everyone has got this position or a later one. Rejects when it takes too long. */
  async waitFor(seq: number): Promise<void> {
    this.#wanted = seq
    this.#missing = this.#members.filter((member) => member.seq < seq).length
    if (this.#missing === 0) return
    let late: NodeJS.Timeout | undefined
    await new Promise<void>((resolve, reject) => {
      this.#onAll = resolve
      this.#onFault = reject
      late = setTimeout(() => {
        reject(new Error(`${this.#missing} of ${this.#members.length} followers did not get position ${seq}`))
      }, PATIENCE)
    }).finally(() => clearTimeout(late))
  }

  comeBack(): void {
    this.#comesBack = true
  }

  /** Lets everyone stop reading. */
  stall(): void {
    for (const { socket } of this.#members) socket.pause()
  }

  close(): void {
    this.#closing = true
    for (const { socket } of this.#members) socket.destroy()
  }

  #ask(): Member {
    const member: Member = {
      socket: undefined as never,
      failures: 0,
      askedAt: performance.now(),
      firstAt: 0,
      seq: -1,
      at: 0,
    }
    this.#connect(member)
    return member
  }

  #connect(member: Member): void {
    const onread = {
      buffer: this.#buffer,
      callback: (length: number) => {
        this.#hear(member, length)
        return true
      },
    }
    member.socket = connect({ port: this.#port, host: '127.0.0.1', onread })
    member.socket.write(REQUEST)
    member.socket.on('error', () => {}) // `close` follows
    member.socket.once('close', () => {
      if (this.#closing) return
      if (!this.#comesBack) this.#onFault(new Error('the hub has closed a follower’s connection'))
      else setTimeout(() => this.#connect(member), chooseWait(member.failures++))
    })
  }

  #hear(member: Member, length: number): void {
    const text = this.#buffer.toString('latin1', 0, length)
    const start = text.lastIndexOf('"seq":')
    if (start === -1) return
    const seq = Number.parseInt(text.slice(start + '"seq":'.length), 10)
    const now = performance.now()
    member.failures = 0
    if (member.firstAt === 0) member.firstAt = now
    if (seq <= member.seq) return
    const reached = member.seq < this.#wanted && seq >= this.#wanted
    member.seq = seq
    member.at = now
    if (reached && --this.#missing === 0) this.#onAll()
  }
}
