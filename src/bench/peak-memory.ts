import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, timeProcess } from './whole-process.ts'

/** Milliseconds between two samples. Sampling slows the processes a little, so such runs are never timed. */
const INTERVAL = 50

/**
 * The peak memory of a program and its descendants, in MB: the sum of their proportional set sizes, in which
 * shared pages count once (https://docs.kernel.org/filesystems/proc.html). Undefined where it cannot be read:
 * on systems other than Linux, and for sandboxed processes without root. Rejects when the program fails.
 */
export async function measurePeakMemory(command: Command): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  let peak: number | undefined = 0
  let running = true
  let watching: Promise<void> | undefined
  const watch = async (root: number) => {
    while (running && peak !== undefined) {
      const now = await sumMemory(await listTree(root))
      peak = now === undefined ? undefined : Math.max(peak, now)
      await sleep(INTERVAL)
    }
  }
  try {
    await timeProcess(command, ({ pid }) => {
      if (pid !== undefined) watching = watch(pid)
    })
  } finally {
    running = false
    await watching
  }
  return peak
}

/** A process and its descendants. */
async function listTree(root: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const parents = new Map<number, number>()
  for (const pid of pids) {
    const stat = await readIfAlive(`/proc/${pid}/stat`)
    // The name in brackets before these fields may hold spaces and brackets.
    if (stat !== undefined) parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

async function sumMemory(pids: readonly number[]): Promise<number | undefined> {
  let kilobytes = 0
  for (const pid of pids) {
    try {
      const rollup = await readIfAlive(`/proc/${pid}/smaps_rollup`)
      kilobytes += Number(rollup?.match(/^Pss:\s+(\d+) kB$/m)?.[1] ?? 0)
    } catch {
      return undefined // not readable for this user: a sum without it would be wrong
    }
  }
  return kilobytes / 1000
}

/** Undefined when the process has ended since it was listed. */
async function readIfAlive(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
