import { existsSync } from 'node:fs'
import { COMPILER, checkTypes } from './check-types.ts'

/** Errors that point to a bug in the program. */
const UNEXPECTED = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'AssertionError'])
/** How tsx and Vite name a module that does not compile or does not exist. */
const UNREADABLE = /TransformError|PARSE_ERROR|ERR_MODULE_NOT_FOUND|ERR_LOAD_URL/
const NO_COMPILER =
  'TypeScript is not installed, so no slide was checked for missing fields; install it with: npm ci'

/**
 * The text to print for a failure: for a fault in a slide its file and line, for an expected error its
 * message, and for a bug the stack trace.
 */
export function describeFailure(error: unknown): Promise<string> {
  return explainFailure(error).catch(showTrace)
}

/** That text without the trace: rejects with the error when it is a bug. */
export async function explainFailure(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error)
  const errors = listCauses(error)
  const fault = errors.find(({ name }) => name === 'DeckFault')
  if (fault === undefined && !errors.some(isUnexpected)) return error.message
  // The compiler knows the line, too, and what does not compile brings other faults with it.
  const folder = /^slides\/[^/]+/.exec(fault?.message ?? '')?.[0]
  const found = (await checkTypes(folder)) ?? fault?.message
  if (found === undefined) throw error
  return found
}

/** The stack trace of a bug. */
export function showTrace(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { stack, message } = listCauses(error).find(isUnexpected) ?? error
  const trace = stack ?? message
  return existsSync(COMPILER) ? trace : `${trace}\n${NO_COMPILER}`
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
