import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../root.ts'

/** Errors that nobody meant to throw. */
const UNEXPECTED = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError'])
/** What becomes of a module that cannot be read, by tsx and by Vite; and of one that is not there. */
const UNREADABLE = /TransformError|PARSE_ERROR|ERR_MODULE_NOT_FOUND|ERR_LOAD_URL/

/**
 * What to say of a failure: of a fault in a slide the author gets its line alone; what the program foresaw is its
 * message; of anything else the programmer gets the trace.
 */
export async function describeFailure(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error)
  const errors = listCauses(error)
  const fault = errors.find(({ name }) => name === 'DeckFault')
  if (fault !== undefined) return fault.message
  const broken = errors.find(isUnexpected)
  if (broken === undefined) return error.message
  return (await explainSlides()) ?? checkTypes() ?? broken.stack ?? broken.message
}

function listCauses(error: Error): Error[] {
  return [error, ...(error.cause instanceof Error ? listCauses(error.cause) : [])]
}

function isUnexpected({ name, message, ...error }: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  if (UNREADABLE.test(`${name} ${code} ${message}`)) return true
  // Node's own have a code, and say in a line what was asked of it in vain.
  return UNEXPECTED.has(name) && code === ''
}

/**
 * Why the slides of a talk cannot be loaded, with file and line; undefined where they can. They are loaded once more, as
 * every way of loading them tells of it in a way of its own, and compiled they have no lines.
 */
export async function explainSlides(): Promise<string | undefined> {
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

/** None where there are no slides, as beside an edge. */
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

/** What the compiler has against the slides: a field that is not there breaks what reads it. Undefined: nothing. */
function checkTypes(): string | undefined {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [compiler, '-p', 'tsconfig.shared.json', '--pretty', 'false']
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  const faults = stdout.matchAll(/^(slides\S+)\((\d+),(\d+)\): error \w+: (.*(?:\n +.*)*)/gm)
  const lines = [...faults].map(([, file, line, column, text = '']) => {
    // The last line says what it comes to; what was written is there to be read.
    const what = (text.split('\n').at(-1) ?? '').trim().replace(/type '\{.*' (?=but )/, 'it ')
    return `${file}:${line}:${column}: ${what.replace(/\.$/, '')}; correct it there.`
  })
  return lines.length > 0 ? lines.join('\n') : undefined
}
