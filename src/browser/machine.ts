import { existsSync, readFileSync } from 'node:fs'

/** What decides where browsers are and how one can be installed; tests pass their own. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** The user's id: 0 is root, undefined means Windows. */
  readonly uid: number | undefined
  /** The text of /etc/os-release; empty where there is none. */
  readonly osRelease: string
}

export function thisMachine(): Machine {
  const { env, platform } = process
  const file = '/etc/os-release'
  return {
    env,
    platform,
    uid: process.getuid?.(),
    osRelease: existsSync(file) ? readFileSync(file, 'utf8') : '',
  }
}
