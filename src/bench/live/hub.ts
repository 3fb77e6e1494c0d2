import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { makeSecret } from '../../live/secret.ts'

export const KINDS = ['naive', 'ours'] as const
export type Kind = (typeof KINDS)[number]

/** What the hub's process says: where it listens; the memory it holds, in bytes. */
export type HubMessage = { readonly port: number } | { readonly rss: number }

/** A hub in a process of its own. */
export interface HubProcess {
  readonly port: number
  /** Resident memory in KB. */
  measureMemory(): Promise<number>
  /** Moves the talk and returns the new seq. Throws when the hub refuses. */
  move(seen: number): Promise<number>
  /** Kills it, as a power cut would, and starts another one at the same place. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const PROCESS = fileURLToPath(new URL('hub-process.ts', import.meta.url))

export async function startHub(kind: Kind): Promise<HubProcess> {
  const secret = makeSecret()
  const start = async (port: number) => {
    const child = fork(PROCESS, [kind, String(port), secret])
    return { child, ...(await hear<{ port: number }>(child)) }
  }
  let { child, port } = await start(0)
  const stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return {
    port,
    stop,
    async measureMemory() {
      child.send('rss')
      return (await hear<{ rss: number }>(child)).rss / 1000
    },
    async move(seen) {
      const response = await fetch(`http://127.0.0.1:${port}/live/hall`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ seen, slide: 'verte-strategija', step: seen, blank: false }),
      })
      if (!response.ok) throw new Error(`the hub answered a write with ${response.status}`)
      const { position } = (await response.json()) as { position: { seq: number } }
      return position.seq
    },
    async restart() {
      await stop()
      const next = await start(port)
      child = next.child
      port = next.port
    },
  }
}

async function hear<T extends HubMessage>(child: ChildProcess): Promise<T> {
  const fault = once(child, 'exit').then(([code]) => {
    throw new Error(`the hub ended with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message'), fault])
  return message as T
}
