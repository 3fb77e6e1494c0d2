import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { SAMPLE_SLIDES } from './sample-talk.ts'

export const ROOT = path.join(import.meta.dirname, '..')

/** What the commands need of the project; from its sources a command reads the compiler's settings too. */
const PARTS = [
  'src',
  'assets',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'vite.config.ts',
]

/** A copy of the project with the sample talk in the place of the talks, compiled. Made once, for all tests to copy. */
export function makeProject(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'deck-project-')))
  // Some commands are tried as a user who may write nowhere.
  chmodSync(folder, 0o755)
  const copy = (part: string, name = part) =>
    cpSync(path.join(ROOT, part), path.join(folder, name), { recursive: true })
  for (const part of PARTS) copy(part)
  copy(SAMPLE_SLIDES, 'slides')
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  execFileSync(process.execPath, ['scripts/run.js', 'pdf', '--help'], { cwd: folder })
  return folder
}

/**
 * A copy of that, to be built and edited; in a new folder of its own unless it is told where. The caller removes it.
 */
export function copyProject(folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'deck-copy-')))): string {
  const project = inject('project')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  for (const part of [...PARTS, 'slides', '.cache', 'node_modules'])
    cpSync(path.join(project, part), path.join(folder, part), { recursive: true, verbatimSymlinks: true })
  return folder
}
