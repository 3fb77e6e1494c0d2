import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ROOT } from '../root.ts'

/** How long a program may take before it counts as stuck, in milliseconds. */
const LIMIT = 300_000

type Environment = Readonly<Record<string, string>>

/** Runs a program to its end and returns the seconds it took. Rejects with what it wrote when it fails. */
export async function timeProcess(
  program: string,
  args: readonly string[],
  env: Environment = {},
  cwd = ROOT,
): Promise<number> {
  const started = performance.now()
  await promisify(execFile)(program, args, { cwd, env: { ...process.env, ...env }, timeout: LIMIT })
  return (performance.now() - started) / 1000
}

/** `timeProcess` for one of the project's commands, or of a copy's in the folder `root`, without npm. */
export function timeScript(
  script: string,
  args: readonly string[],
  env?: Environment,
  root = ROOT,
): Promise<number> {
  return timeProcess(process.execPath, ['scripts/run.js', script, ...args], env, root)
}
