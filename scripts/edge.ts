import { createCommand, runCommand } from '../src/cli/command.ts'
import { addEdgeOptions } from '../src/many-machines/edge-options.ts'
import { endOnSignal, fail } from '../src/stage/end-on-signal.ts'
import { noBuildOption, roomOption } from '../src/stage/options.ts'

const command = createCommand(
  'npm run edge',
  'An edge: serves the deck and the live channel to followers. No console, no notes, no one can steer from here.',
)
  .option('--talk <name>', 'which talk of slides/ (default: the first in slides/index.ts)')
  .addOption(roomOption())
  .addOption(noBuildOption())
  .option('--only-build', 'build and end; needs no NATS')
const readEdgeOptions = addEdgeOptions(command)

await runCommand(
  command.action(async ({ talk: name, room, build, onlyBuild }) => {
    process.on('uncaughtException', fail)
    const options = onlyBuild ? undefined : readEdgeOptions()
    const { buildEdge, openEdge } = await import('../src/many-machines/open-edge.ts')
    const { createLog } = await import('../src/stage/log.ts')
    // An edge that only serves has no slides beside it.
    const talk = build ? (await import('./load-talk.ts')).findTalk(name) : undefined
    const log = createLog(console.log)
    if (options === undefined) await buildEdge({ talk, room }, log)
    else endOnSignal((await openEdge({ ...options, talk, room }, log)).close)
  }),
)
