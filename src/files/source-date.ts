import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../root.ts'

/**
 * The time of the talk's last change, so that the same source gives the same bytes: `SOURCE_DATE_EPOCH`
 * (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/), else the last commit's
 * time. Without either there is no date: a file may do without one, and today's would be wrong.
 */
export async function readSourceDate(env = process.env, folder = ROOT): Promise<Date | undefined> {
  const set = env['SOURCE_DATE_EPOCH']
  if (set === undefined || set === '') return parseSeconds(await lastCommit(folder))
  const date = parseSeconds(set)
  if (date === undefined)
    throw new Error(`SOURCE_DATE_EPOCH is "${set}", which is no number of seconds since 1970`)
  return date
}

function parseSeconds(text: string): Date | undefined {
  if (!/^\d{1,11}$/.test(text)) return undefined
  return new Date(Number(text) * 1000)
}

/** The last commit's time in seconds; empty where there is no commit or no git, as in an unpacked archive. */
async function lastCommit(cwd: string): Promise<string> {
  // Git also searches the parent folders, which may be somebody else's project.
  if (!existsSync(path.join(cwd, '.git'))) return ''
  const git = promisify(execFile)('git', ['log', '-1', '--format=%ct'], { cwd })
  return git.then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}
