import { type ChildProcess, spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { ROOT } from '../root.ts'

/** A program to run from the repository's root. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** How long a program may take before it counts as stuck, in milliseconds. */
const LIMIT = 120_000

/**
 * Runs a program to its end. Resolves with the seconds from its start to its exit. `onStart` gets the running
 * process. Rejects when it fails, with the last line that it wrote.
 */
export function timeProcess(
  { program, args, env }: Command,
  onStart?: (child: ChildProcess) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve((performance.now() - started) / 1000)
      const last = output.trim().split('\n').at(-1) ?? ''
      reject(
        new Error(
          `${[program, ...args.slice(0, 3)].join(' ')} failed (${signal ?? `exit ${code}`}): ${last}`,
        ),
      )
    })
    onStart?.(child)
  })
}
