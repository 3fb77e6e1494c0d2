import { describeFailure } from '../src/cli/describe-failure.ts'
import { checkTalkIsBuilt, takeTalk } from '../src/cli/take-talk.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import { announce } from '../src/stage/announce.ts'
import { endOnSignal } from '../src/stage/end-on-signal.ts'
import { openStage } from '../src/stage/open.ts'
import { HELP, parseOptions } from '../src/stage/options.ts'
import { findTalk } from './load-talk.ts'

process.on('uncaughtException', fail)
try {
  await start()
} catch (error) {
  console.error(await describeFailure(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}

async function start(): Promise<void> {
  const { name, args } = takeTalk(process.argv.slice(2))
  const options = parseOptions(args, process.env)
  checkTalkIsBuilt(name, options)
  if (options.help) return console.log(HELP)
  // What this process starts has no use for it.
  delete process.env['STAGE_SECRET']
  const { nats } = options
  // Loaded for a talk that many machines serve, and for no other.
  const shared =
    nats &&
    (await import('../src/many-machines/share-stage.ts')).shareStage({ ...options, nats }, console.error)
  const { report, ...backing } = shared ?? { report: console.error }
  const talk = options.build ? { talk: findTalk(name) } : {}
  const { close, ...stage } = await openStage({ ...options, ...talk, ...backing }, report)
  endOnSignal(close, fail)
  const { columns } = process.stdout
  console.log(announce({ ...stage, columns: process.stdout.isTTY ? columns : undefined }))
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}
