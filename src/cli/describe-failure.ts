import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../root.ts'

/** Errors that point to a bug in the program. */
const UNEXPECTED = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError'])
/** How tsx and Vite name a module that does not compile or does not exist. */
const UNREADABLE = /TransformError|PARSE_ERROR|ERR_MODULE_NOT_FOUND|ERR_LOAD_URL/
const COMPILER = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
const NO_COMPILER =
  'TypeScript is not installed, so no slide was checked for missing fields; install it with: npm ci'

/**
 * The text to print for a failure: for a fault in a slide its file and line, for an expected error its
 * message, and for a bug the stack trace.
 */
export async function describeFailure(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error)
  const errors = listCauses(error)
  const fault = errors.find(({ name }) => name === 'DeckFault')
  if (fault !== undefined) return fault.message
  const broken = errors.find(isUnexpected)
  if (broken === undefined) return error.message
  return (await explainSlides()) ?? checkTypes() ?? showTrace(broken)
}

function listCauses(error: Error): Error[] {
  return [error, ...(error.cause instanceof Error ? listCauses(error.cause) : [])]
}

function isUnexpected({ name, message, ...error }: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  if (UNREADABLE.test(`${name} ${code} ${message}`)) return true
  // Node's own errors have a code, and their message says enough.
  return UNEXPECTED.has(name) && code === ''
}

/**
 * Why a talk's slides cannot be loaded, with file and line; undefined when they can. Loads them once more:
 * each loader reports faults in its own way, and compiled slides have lost their line numbers.
 */
async function explainSlides(): Promise<string | undefined> {
  const { tsImport } = await import('tsx/esm/api')
  for (const deck of listDecks()) {
    try {
      await tsImport(pathToFileURL(deck).href, import.meta.url)
    } catch (error) {
      return error instanceof Error ? placeFault(error) : undefined
    }
  }
  return undefined
}

/** The deck modules; none where there is no `slides` folder, as beside an edge. */
function listDecks(): string[] {
  const slides = path.join(ROOT, 'slides')
  if (!existsSync(slides)) return []
  const decks = readdirSync(slides).map((name) => path.join(slides, name, 'deck.ts'))
  return decks.filter((deck) => existsSync(deck))
}

function placeFault({ message, stack = '' }: Error): string | undefined {
  const shorten = (text: string) =>
    text.replaceAll(`${pathToFileURL(ROOT).href}/`, '').replaceAll(ROOT + path.sep, '')
  const text = shorten(`${message}\n${stack}`)
  const place =
    /imported from (slides\S+)/.exec(text)?.[1] ?? /slides[\\/][\w.\\/-]+\.ts(:\d+)*/.exec(text)?.[0]
  if (place === undefined) return undefined
  const what = /: ERROR: (.*)/.exec(text)?.[1] ?? shorten(message)
  return `${place}: ${what}; correct it there.`
}

function showTrace({ stack, message }: Error): string {
  const trace = stack ?? message
  return existsSync(COMPILER) || listDecks().length === 0 ? trace : `${trace}\n${NO_COMPILER}`
}

/** The compiler's errors in the slides, which explain a bug when a field is missing; undefined: none. */
function checkTypes(): string | undefined {
  if (!existsSync(COMPILER)) return undefined
  const args = [COMPILER, '-p', 'tsconfig.shared.json', '--pretty', 'false']
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  const faults = stdout.matchAll(/^(slides\S+)\((\d+),(\d+)\): error \w+: (.*(?:\n +.*)*)/gm)
  const lines = [...faults].map(([, file, line, column, text = '']) => {
    // The last line holds the cause. The value's type is left out, as the author sees the value in the file.
    const what = (text.split('\n').at(-1) ?? '').trim().replace(/type '\{.*' (?=but )/, 'it ')
    return `${file}:${line}:${column}: ${what.replace(/\.$/, '')}; correct it there.`
  })
  return lines.length > 0 ? lines.join('\n') : undefined
}
