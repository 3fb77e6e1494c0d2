import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** What decides where programs are; tests bring their own. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
}

/** Where on PATH a program of this name may be, first come first; none of it is looked at yet. */
export function pathsOf(program: string, { platform, env }: Machine): string[] {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix
  const file = platform === 'win32' ? `${program}.exe` : program
  const folders = (env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => (folder ? [join(folder, file)] : []))
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false // absent, or in a folder closed to this user: either way nothing to run
  }
}
