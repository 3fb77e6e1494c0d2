import { describeFailure } from '../src/cli/describe-failure.ts'
import { NATS_SECRETS } from '../src/live/nats/options.ts'
import { EDGE_HELP, parseEdgeOptions } from '../src/stage/edge-options.ts'
import { endOnSignal } from '../src/stage/end-on-signal.ts'
import { createLog } from '../src/stage/log.ts'
import { buildEdge, openEdge } from '../src/stage/open-edge.ts'
import { UsageError } from '../src/stage/options.ts'

process.on('uncaughtException', fail)
try {
  await start()
} catch (error) {
  console.error(await describeFailure(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}

async function start(): Promise<void> {
  const options = parseEdgeOptions(process.argv.slice(2), process.env)
  if (options === undefined) return console.log(EDGE_HELP)
  // What this process starts has no use for it.
  for (const name of NATS_SECRETS) delete process.env[name]
  const log = createLog(console.log)
  if (!options.serve) {
    await buildEdge(options, log)
    return
  }
  const { close } = await openEdge(options, log)
  endOnSignal(close, fail)
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}
