/** An edge's program, bundled into `edge.mjs`. */
import { UsageError } from '../cli/usage-error.ts'
import { endOnSignal } from '../stage/end-on-signal.ts'
import { EDGE_HELP, parseEdgeOptions } from './edge-options.ts'
import { messageOf } from './log.ts'
import { openEdge } from './open-edge.ts'

process.on('uncaughtException', fail)
try {
  const options = parseEdgeOptions(process.argv.slice(2), process.env)
  if (options === undefined) console.log(EDGE_HELP)
  else endOnSignal((await openEdge(options, import.meta.dirname)).close, fail)
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  console.error(messageOf(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}
