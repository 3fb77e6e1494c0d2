import { describeFailure } from '../src/cli/describe-failure.ts'
import { checkTalkIsBuilt, takeTalk } from '../src/cli/take-talk.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import { EDGE_HELP, parseEdgeOptions } from '../src/many-machines/edge-options.ts'
import { buildEdge, openEdge } from '../src/many-machines/open-edge.ts'
import { NATS_SECRETS } from '../src/many-machines/options.ts'
import { endOnSignal } from '../src/stage/end-on-signal.ts'
import { createLog } from '../src/stage/log.ts'

process.on('uncaughtException', fail)
try {
  await start()
} catch (error) {
  console.error(await describeFailure(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}

async function start(): Promise<void> {
  const { name, args } = takeTalk(process.argv.slice(2))
  const parsed = parseEdgeOptions(args, process.env)
  if (parsed === undefined) return console.log(EDGE_HELP)
  checkTalkIsBuilt(name, parsed)
  // An edge that only serves has no slides beside it.
  const options = parsed.build ? { ...parsed, talk: (await import('./load-talk.ts')).findTalk(name) } : parsed
  // What this process starts has no use for it.
  for (const secret of NATS_SECRETS) delete process.env[secret]
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
