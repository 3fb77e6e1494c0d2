import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { makeSecret } from '../../live/server/secret.ts'
import { ROOT } from '../../root.ts'

/** Messages from the hub's process: its port, then what it uses each time it is asked. */
export type HubMessage = { readonly port: number } | Usage

export interface Usage {
  /** Resident memory in KB. */
  readonly memory: number
  /** Processor time so far, in seconds. */
  readonly processor: number
  /** Open files; only on systems with `/proc`. */
  readonly descriptors?: number
}

/** A hub in a process of its own. */
export type HubProcess = Awaited<ReturnType<typeof startHub>>

/** Runs a module of the project that calls `runHub` with the port, the secret and `args` as arguments. */
export async function startHub(module: string, ...args: readonly string[]) {
  const secret = makeSecret()
  const start = async (port: number) => {
    const child = fork(path.join(ROOT, module), [String(port), secret, ...args], {
      execArgv: ['--import', 'tsx/esm'],
    })
    return { child, ...(await hear<{ port: number }>(child)) }
  }
  let { child, port } = await start(0)
  const address = `http://127.0.0.1:${port}/live/hall`
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  /** Writes. Returns the answer's status, and the seq of the position in it, if there is one. */
  const write = async (seen: number, step: number): Promise<{ status: number; seq?: number }> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ seen, slide: 'course', step, blank: false }),
    })
    const { position } = (await response.json()) as { position?: { seq: number } }
    return { status: response.status, ...(position !== undefined && { seq: position.seq }) }
  }
  return {
    port,
    stop,
    write,
    measure() {
      child.send('measure')
      return hear<Usage>(child)
    },
    /** The seq of the talk's position. */
    async readSeq(): Promise<number> {
      const response = await fetch(address, { headers: { Accept: 'application/json' } })
      return ((await response.json()) as { seq: number }).seq
    },
    /** Moves the talk and returns the new seq. Throws when the hub refuses. */
    async move(seen: number): Promise<number> {
      const { status, seq } = await write(seen, seen)
      if (status !== 200 || seq === undefined) throw new Error(`the hub answered a write with ${status}`)
      return seq
    },
    /** Kills the process, as a power cut would, and starts another one on the same port. */
    async restart(): Promise<void> {
      await stop()
      ;({ child } = await start(port))
    },
  }
}

function hear<T extends HubMessage>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`the hub ended with ${code}`))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      resolve(message as T)
    })
  })
}
