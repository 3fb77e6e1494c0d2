import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { inject } from 'vitest'
import { parseJson, readFields } from '../src/live/protocol/position.ts'
import { makeSecret } from '../src/live/server/secret.ts'
import { copyProject } from './copy-project.ts'

/** Like `copyProject`, with the stage's and the edges' builds, so that a start builds nothing. */
export function copyBuiltProject(): string {
  const folder = copyProject()
  cpSync(inject('stageBuilds'), folder, { recursive: true })
  return folder
}

export interface RunProcess<T> {
  /** The output so far. */
  readonly out: () => string
  readonly err: () => string
  /** Resolves when a start has printed all its output; rejects when the process ends first. */
  readonly opened: Promise<T>
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  kill(signal: NodeJS.Signals): void
}

export type StageProcess = RunProcess<Opened>

export interface Opened {
  readonly hall: string
  /** The console's address, with a code for one use. */
  readonly console: string
  /** The secret in the stage's environment. */
  readonly secret: string
  readonly followers: string
  /** The stage's address on this machine, without a closing slash. */
  readonly origin: string
}

const running = new Set<ChildProcess>()

/** Kills all processes that a failed test has left running. */
export async function endAll(): Promise<void> {
  for (const child of running) child.kill('SIGKILL')
  await Promise.all([...running].map((child) => once(child, 'close')))
}

/**
 * Starts the stage like `npm start`, without npm, on any free port unless the arguments name one, and with a
 * secret unless the environment has one. `files`: how many it may open, if not as many as the system allows.
 */
export function startStage(
  folder: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  files?: number,
): StageProcess {
  const { STAGE_SECRET: secret = makeSecret() } = env
  const read = (out: string) => (out.endsWith('Ctrl+C ends it.\n') ? readOpened(out, secret) : undefined)
  const all = { ...env, STAGE_SECRET: secret }
  return startScript({ folder, args: ['start', '--port', '0', ...args], env: all, read, files })
}

export interface ScriptOptions<T> {
  readonly folder: string
  /** The command and its arguments. */
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Parses the output of a start; undefined until it is complete. */
  readonly read: (out: string) => T | undefined
  /** How many files it may open; undefined: as many as the system allows. */
  readonly files?: number | undefined
}

/** Starts one of the project's scripts or a built program. */
export function startScript<T>({ folder, args, env, read, files }: ScriptOptions<T>): RunProcess<T> {
  const program = args[0]?.endsWith('.mjs') ? args : ['scripts/run.js', ...args]
  const limit = files === undefined ? '' : `ulimit -n ${files} && `
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, ...program], {
    cwd: folder,
    // The tests' own environment would make a development build.
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let out = ''
  let err = ''
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal ?? 'SIGKILL')
    })
  })
  const opened = new Promise<T>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk
      const said = read(out)
      // What it has said in `err` before may be read after this.
      if (said !== undefined) setImmediate(() => resolve(said))
    })
    void ended.then((code) => reject(new Error(`${args[0]} ended with ${code} before it was open: ${err}`)))
  })
  // Tests that expect a start to fail do not await `opened`, so its rejection must not count as unhandled.
  opened.catch(() => undefined)
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  return { out: () => out, err: () => err, opened, ended, kill: (signal) => child.kill(signal) }
}

/** Opens the console with the code in its address, as its page does. Returns the key. */
export async function takeKey({ origin, console }: Opened): Promise<string> {
  const [code, nonce] = [new URL(console).hash.slice(1), randomBytes(16).toString('base64url')]
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ code, nonce })
  const answer = await ask({ origin, path: '/live/main/key', method: 'POST', headers, body })
  if (answer.status !== 200) throw new Error(`the stage answers a code with ${answer.status}`)
  return String(readFields(parseJson(answer.body.toString()))['key'])
}

function readOpened(out: string, secret: string): Opened {
  const find = (pattern: RegExp) => {
    const found = out.match(pattern)?.[1]
    if (found === undefined) throw new Error(`the start did not print ${pattern}: ${out}`)
    return found
  }
  const console = find(/^Speaker's console +(\S+)$/m)
  return {
    hall: find(/^Hall's screen +(\S+)$/m),
    console,
    secret,
    followers: find(/^Followers +(\S+)/m),
    origin: new URL(console).origin,
  }
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Asked {
  readonly origin: string
  /** Sent unchanged: nothing is resolved or encoded. */
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export async function ask({ origin, path, method = 'GET', headers = {}, body }: Asked): Promise<Answered> {
  const { hostname, port } = new URL(origin)
  const asking = request({ host: hostname, port, path, method, headers, agent: false })
  asking.end(body)
  const [response]: IncomingMessage[] = await once(asking, 'response')
  if (response?.statusCode === undefined) throw new Error('there was no answer')
  const chunks: Buffer[] = await response.toArray()
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
}

/**
 * Follows a room. Resolves when the first message has arrived; `all` resolves with all messages when the
 * stream ends.
 */
export async function follow(origin: string, path: string): Promise<{ readonly all: Promise<unknown[]> }> {
  const { hostname, port } = new URL(origin)
  const asking = request({
    host: hostname,
    port,
    path,
    headers: { Accept: 'text/event-stream' },
    agent: false,
  })
  asking.end()
  const [response]: IncomingMessage[] = await once(asking, 'response')
  if (response === undefined) throw new Error('there was no answer')
  let text = ''
  response.on('data', (chunk: Buffer) => {
    text += chunk
  })
  const all = once(response, 'end').then(() => {
    return [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']): unknown => JSON.parse(json))
  })
  await once(response, 'data')
  return { all }
}
