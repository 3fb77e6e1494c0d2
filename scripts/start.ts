import { announce } from '../src/stage/announce.ts'
import { openStage, type Stage } from '../src/stage/open.ts'
import { HELP, parseOptions, UsageError } from '../src/stage/options.ts'

/** One press of Ctrl+C may come twice, from the terminal and from npm: within this time, in ms, it is one. */
const ONE_PRESS = 300

process.on('uncaughtException', fail)
try {
  await start()
} catch (error) {
  fail(error)
}

async function start(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env)
  if (options.help) return console.log(HELP)
  // What this process starts has no use for it.
  delete process.env['STAGE_SECRET']
  const { close, ...stage } = await openStage(options, console.error)
  endOnSignal(close)
  const { columns } = process.stdout
  console.log(announce({ ...stage, columns: process.stdout.isTTY ? columns : undefined }))
}

/** The first signal ends the stage in order, a second one at once. */
function endOnSignal(close: Stage['close']): void {
  let pressed: number | undefined
  const end = () => {
    if (pressed === undefined) {
      pressed = performance.now()
      close().then(() => process.exit(0), fail)
    } else if (performance.now() - pressed > ONE_PRESS) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}
