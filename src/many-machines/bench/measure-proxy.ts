import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect as connectHttp2 } from 'node:http2'
import { connect as connectTcp } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { type Figure, figure } from '../../bench/figures.ts'
import { findProgram } from './brokers.ts'
import type { Cluster } from './cluster.ts'
import { makeCertificate, type Nginx, startNginx } from './nginx.ts'

/** Each has its own connection with TLS and HTTP/2, like a browser. They are few, as they cost much here. */
const FOLLOWERS = 1500
const MOVES = 20
/** Milliseconds between two moves. */
const PACE = 500
/** Followers that join at once. */
const BATCH = 50

/** Measures what a follower costs an nginx with `deploy/nginx.conf`, and how many bytes a message takes. */
export async function measureProxy({ edges, stages }: Cluster): Promise<Figure[]> {
  const missing = ['nginx', 'openssl'].filter((name) => findProgram(name) === undefined)
  if (missing.length > 0 || process.platform !== 'linux') {
    console.log(
      `nginx is not measured: that needs Linux, nginx and openssl (apt-get install ${missing.join(' ')})`,
    )
    return []
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-proxy-'))
  makeCertificate(folder)
  const nginx = await startNginx({
    folder,
    edges: edges.map(({ port }) => `127.0.0.1:${port}`),
    connections: FOLLOWERS * 3,
  })
  const followers: Follower[] = []
  try {
    const { origin } = nginx
    const ca = readFileSync(path.join(folder, 'fullchain.pem'))
    // A first batch, so that nginx's fixed costs do not count.
    while (followers.length < BATCH) followers.push(await follow(origin, ca))
    const idle = readWorkers(nginx)
    while (followers.length < FOLLOWERS + BATCH) {
      followers.push(...(await Promise.all(Array.from({ length: BATCH }, () => follow(origin, ca)))))
    }
    const full = readWorkers(nginx)
    const before = sum(followers)
    let seq = await stages[0].readSeq()
    for (let move = 0; move < MOVES; move++) {
      seq = await stages[0].move(seq)
      await sleep(PACE)
    }
    const after = sum(followers)
    const used = readWorkers(nginx).processor - full.processor
    const joined = full.processor - idle.processor
    const messages = after.messages - before.messages
    const memory = (full.memory - idle.memory) / 1000 / FOLLOWERS
    const bytes = (after.bytes - before.bytes) / messages
    return [
      figure('nginx: memory a follower', 'KB', memory),
      figure('… processor time for a follower who joins, TLS included', 'µs', (joined * 1e6) / FOLLOWERS),
      figure('… processor time for a message to one follower', 'µs', (used * 1e6) / messages),
      figure('… a message with HTTP/2 and TLS, without TCP', 'B', bytes),
    ]
  } finally {
    for (const follower of followers) follower.close()
    await nginx.stop()
    await rm(folder, { recursive: true })
  }
}

interface Follower {
  /** The bytes received over its connection. */
  bytes(): number
  messages(): number
  close(): void
}

/** Joins as a follower; resolves when the first message has arrived. */
async function follow(origin: string, ca: Buffer): Promise<Follower> {
  const { hostname, port } = new URL(origin)
  const socket = connectTcp({ host: '127.0.0.1', port: Number(port) })
  const createConnection = () => connectTls({ socket, servername: hostname, ca, ALPNProtocols: ['h2'] })
  const session = connectHttp2(origin, { createConnection })
  const stream = session.request({ ':path': '/live/hall', accept: 'text/event-stream' })
  let messages = 0
  await new Promise<void>((resolve, reject) => {
    for (const part of [session, stream]) part.on('error', reject)
    stream.on('data', (chunk: Buffer) => {
      messages += chunk.toString('latin1').split('data: ').length - 1
      if (messages > 0) resolve()
    })
  })
  return { bytes: () => socket.bytesRead, messages: () => messages, close: () => session.destroy() }
}

function sum(followers: readonly Follower[]) {
  return {
    bytes: followers.reduce((total, follower) => total + follower.bytes(), 0),
    messages: followers.reduce((total, follower) => total + follower.messages(), 0),
  }
}

/** `getconf CLK_TCK` and `PAGESIZE` on Linux. */
const TICKS = 100
const PAGE = 4096

/** The resident memory of nginx's workers in bytes, and their processor time in seconds. */
function readWorkers({ pid }: Nginx): { readonly memory: number; readonly processor: number } {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  let [memory, processor] = [0, 0]
  for (const child of children) {
    memory += Number(readFileSync(`/proc/${child}/statm`, 'utf8').split(' ')[1]) * PAGE
    // Fields 14 and 15 of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name may hold
    // spaces.
    const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    processor += (Number(fields[11]) + Number(fields[12])) / TICKS
  }
  return { memory, processor }
}
