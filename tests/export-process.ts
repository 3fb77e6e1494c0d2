import { type ChildProcess, spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { inject } from 'vitest'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ExportRun {
  readonly script?: 'export' | 'pdf'
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** The copy of the project to run in; by default the one that all tests share. */
  readonly folder?: string
  /** `act` is called once, as soon as the output contains this text. */
  readonly at?: string
  readonly act?: (child: ChildProcess) => void
  /** The id of the user who runs it, if not the user who runs the tests. */
  readonly user?: number | undefined
}

/** Runs `npm run export`, or its short form, without npm. */
export function runExport({
  script = 'export',
  args,
  env = {},
  folder = inject('project'),
  at,
  act,
  user,
}: ExportRun): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.js', script, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user !== undefined && { uid: user, gid: user }),
    })
    let [stdout, stderr, called] = ['', '', false]
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
      if (called || at === undefined || !stderr.includes(at)) return
      called = true
      act?.(child)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** The paths of all files under a folder, hidden ones too, relative to it and sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}
