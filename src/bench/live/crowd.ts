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

/** Followers that join each second when only their number matters. */
export const RUSH = 2500
/** The longest wait for anything, in milliseconds; the bench fails after it. */
const PATIENCE = 30_000

/** Milliseconds until the next attempt, growing and random as in `src/live/browser/client.ts`. */
function chooseWait(failures: number): number {
  return Math.min(1500, 200 * 2 ** failures) * (0.5 + Math.random() / 2)
}

/** One follower: the seq of its last position, and when it came, by `performance.now` in milliseconds. */
interface Member {
  socket?: Socket
  /** Attempts to reconnect since its last message; 0 while it is connected. */
  failures: number
  readonly askedAt: number
  firstAt: number
  seq: number
  at: number
}

/** Errors in the messages that followers received. */
export interface MessageFaults {
  /** Streams that the hub has ended; failed attempts to reconnect do not count. */
  lost: number
  /** Positions that a follower did not receive. */
  gaps: number
  /** Positions that arrived after a newer one. */
  backwards: number
  /** Positions whose content was not the same for all followers. */
  differing: number
  /** The talk's slide and step by seq. */
  readonly places: Map<number, string>
}

/** Any number of followers of one room. To cost little they share one buffer and parse only the seq. */
export class Crowd {
  readonly #ports: readonly number[]
  readonly #members = new Set<Member>()
  readonly #buffer = Buffer.allocUnsafe(64 * 1024)
  #asked = 0
  #wanted = 0
  #missing = 0
  #onAll = () => {}
  #onFault = (_: Error) => {}
  /** Whether followers reconnect, after a random time, when their connection ends. */
  #comesBack = false
  #faults: MessageFaults | undefined

  /** Each port is a hub of one talk. New followers are spread evenly; a reconnect picks a random hub. */
  constructor(...ports: readonly number[]) {
    this.#ports = ports
  }

  /** From now on checks every message, to find positions that are missing, late or different. */
  checkMessages(): MessageFaults {
    this.#faults = { lost: 0, gaps: 0, backwards: 0, differing: 0, places: new Map() }
    return this.#faults
  }

  get members(): readonly Readonly<Pick<Member, 'askedAt' | 'firstAt' | 'seq' | 'at'>>[] {
    return [...this.#members]
  }

  /** The newest position that any follower has. */
  get seq(): number {
    return this.members.reduce((newest, { seq }) => Math.max(newest, seq), 0)
  }

  /** Adds `count` followers at `perSecond`, and waits until each has a position. */
  async grow(count: number, perSecond: number): Promise<void> {
    const startedAt = performance.now()
    for (let come = 0; come < count; ) {
      const due = Math.min(count, Math.ceil(((performance.now() - startedAt) / 1000) * perSecond))
      for (; come < due; come++) this.#add()
      await sleep(2)
    }
    await this.waitFor(0)
  }

  /** Resolves when every follower has this position or a later one. Rejects when it takes too long. */
  async waitFor(seq: number): Promise<void> {
    this.#wanted = seq
    this.#missing = this.members.filter((member) => member.seq < seq).length
    if (this.#missing === 0) return
    let late: NodeJS.Timeout | undefined
    await new Promise<void>((resolve, reject) => {
      this.#onAll = resolve
      this.#onFault = reject
      late = setTimeout(() => {
        reject(new Error(`${this.#missing} of ${this.#members.size} followers did not get position ${seq}`))
      }, PATIENCE)
    }).finally(() => clearTimeout(late))
  }

  comeBack(): void {
    this.#comesBack = true
  }

  /** Makes all followers stop reading. */
  stall(): void {
    for (const { socket } of this.#members) socket?.pause()
  }

  close(): void {
    this.shrink(this.#members.size)
  }

  /** Disconnects the first `count` followers, as closing the page would. */
  shrink(count: number): void {
    for (const member of [...this.#members].slice(0, count)) {
      this.#members.delete(member)
      member.socket?.destroy()
    }
  }

  #add(): void {
    const member = { failures: 0, askedAt: performance.now(), firstAt: 0, seq: -1, at: 0 }
    this.#members.add(member)
    this.#connect(member, this.#asked++ % this.#ports.length)
  }

  #connect(member: Member, index: number): void {
    const onread = {
      buffer: this.#buffer,
      callback: (length: number) => {
        this.#hear(member, length)
        return true
      },
    }
    member.socket = connect({ port: this.#ports[index] ?? 0, host: '127.0.0.1', onread })
    member.socket.write(REQUEST)
    member.socket.on('error', () => {}) // `close` follows
    member.socket.once('close', () => {
      if (!this.#members.has(member)) return
      if (member.failures === 0 && this.#faults !== undefined) this.#faults.lost++
      if (!this.#comesBack) return this.#onFault(new Error('the hub has closed a follower’s connection'))
      const other = Math.floor(Math.random() * this.#ports.length)
      setTimeout(() => this.#connect(member, other), chooseWait(member.failures++))
    })
  }

  #hear(member: Member, length: number): void {
    const text = this.#buffer.toString('latin1', 0, length)
    const start = text.lastIndexOf('"seq":')
    if (start === -1) return
    const seq = Number.parseInt(text.slice(start + '"seq":'.length), 10)
    const now = performance.now()
    if (this.#faults !== undefined) note(this.#faults, member.seq, text)
    member.failures = 0
    if (member.firstAt === 0) member.firstAt = now
    if (seq <= member.seq) return
    const reached = member.seq < this.#wanted && seq >= this.#wanted
    member.seq = seq
    member.at = now
    if (reached && --this.#missing === 0) this.#onAll()
  }
}

/** Compares a message with the follower's last position, and with what the others received. */
function note(faults: MessageFaults, had: number, text: string): void {
  let last = had
  for (const [, digits, place = ''] of text.matchAll(/"seq":(\d+),("slide":"[^"]*","step":\d+)/g)) {
    const seq = Number(digits)
    // A heartbeat repeats the last position.
    if (seq < last) faults.backwards++
    else if (last >= 0 && seq > last + 1) faults.gaps += seq - last - 1
    last = Math.max(last, seq)
    const known = faults.places.get(seq)
    if (known === undefined) faults.places.set(seq, place)
    else if (known !== place) faults.differing++
  }
}
