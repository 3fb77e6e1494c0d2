import { execFile, execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { tsImport } from 'tsx/esm/api'
import { inject } from 'vitest'
import { SAMPLE_SLIDES } from './sample-talk.ts'

export const ROOT = path.join(import.meta.dirname, '..')

/** What commands need; from the sources, they also read the compiler's settings. */
const PARTS = [
  'src',
  'assets',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.shared.json',
  'vite.config.ts',
]

/** A compiled copy of the project with the sample talk, made once for all tests. */
export function makeProject(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'deck-project-')))
  // Some tests run commands as a user who may not write anywhere.
  chmodSync(folder, 0o755)
  const copy = (part: string, name = part) =>
    cpSync(path.join(ROOT, part), path.join(folder, name), { recursive: true })
  for (const part of PARTS) copy(part)
  copy(SAMPLE_SLIDES, 'slides')
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  execFileSync(process.execPath, ['scripts/run.js', 'pdf', '--help'], { cwd: folder })
  return folder
}

/** A copy of the compiled project to build and edit, by default in a new folder. The caller removes it. */
export function copyProject(folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'deck-copy-')))): string {
  const project = inject('project')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  for (const part of [...PARTS, 'slides', '.cache', 'node_modules'])
    cpSync(path.join(project, part), path.join(folder, part), { recursive: true, verbatimSymlinks: true })
  return folder
}

/** Runs a command without npm, by default in the project that all tests share. Rejects when it fails. */
export function runScript(args: readonly string[], folder = inject('project')) {
  // The tests' own environment would make a development build.
  const env = { ...process.env, NODE_ENV: 'production' }
  return promisify(execFile)(process.execPath, ['scripts/run.js', ...args], { cwd: folder, env })
}

/** A module of a copy as it is written now. */
export function importFrom(folder: string, file: string) {
  return tsImport(pathToFileURL(path.join(folder, file)).href, import.meta.url)
}

/** Changes a file as an editor does. Throws when there is nothing to change. */
export function editFile(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no "${from}"`)
  writeFileSync(file, text.replace(from, to))
}
