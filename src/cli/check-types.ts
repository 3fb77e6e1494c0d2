import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../root.ts'
import { explainDiagnostic } from './explain-diagnostic.ts'

export const COMPILER = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
const ERROR = /^(slides\S+)\((\d+),(\d+)\): error TS(\d+): (.*(?:\n +.*)*)/gm
/** What is declared and not used does no harm to a talk; the linter says so. */
const UNUSED = '6133'

/**
 * What the compiler finds in the talks below `folder`: for each file its first fault, as the rest may follow
 * from it. A line each, with the place and the remedy; undefined when there is none, or no compiler.
 */
export async function checkTypes(folder = 'slides'): Promise<string | undefined> {
  if (!existsSync(COMPILER)) return undefined
  const found = new Map<string, string>()
  for (const [, file = '', line, column, code, text = ''] of (await compile()).matchAll(ERROR)) {
    if (!file.startsWith(`${folder}/`) || found.has(file) || code === UNUSED) continue
    // The last line holds the cause. The value's type is left out, as the author sees the value in the file.
    const what = (text.split('\n').at(-1) ?? '').trim().replace(/type '\{.*' (?=but )/, 'it ')
    const place = `${file}:${line}:${column}`
    const around = splitAt(path.join(ROOT, file), Number(line), Number(column))
    found.set(file, `${place}: ${explainDiagnostic({ what, ...around })}`)
  }
  return found.size > 0 ? [...found.values()].join('\n') : undefined
}

/** What the compiler prints. It exits with an error when it finds one. */
function compile(): Promise<string> {
  const args = [COMPILER, '-p', 'tsconfig.shared.json', '--pretty', 'false']
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT }, (_, stdout) => resolve(stdout))
  })
}

/** Splits a file's text at a line and a column, both from 1. */
function splitAt(file: string, line: number, column: number): { before: string; after: string } {
  const text = readFileSync(file, 'utf8')
  const above = text.split('\n').slice(0, line - 1)
  const at = above.reduce((sum, { length }) => sum + length + 1, column - 1)
  return { before: text.slice(0, at), after: text.slice(at) }
}
