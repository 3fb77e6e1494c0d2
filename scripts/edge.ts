import { existsSync } from 'node:fs'
import { addEdgeOptions } from '../src/many-machines/edge-options.ts'
import { endOnSignal, fail } from '../src/stage/end-on-signal.ts'
import { noBuildOption, roomOption } from '../src/stage/options.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

const command = createTalkCommand(
  'npm run edge',
  'Builds an edge into dist-edge/ if something has changed, and starts it.',
)
  .addOption(roomOption())
  .addOption(noBuildOption())
  .option('--only-build', 'build and exit; needs no NATS')
const readEdgeOptions = addEdgeOptions(command)

await runTalkCommand(
  command.action(async ({ talk, room, build, onlyBuild }) => {
    process.on('uncaughtException', fail)
    // Reads the options first, so that an error comes before a build.
    const options = onlyBuild ? undefined : readEdgeOptions()
    const { EDGE_FOLDER, prepareEdge } = await import('../src/many-machines/prepare-edge.ts')
    if (build) await prepareEdge(talk, room)
    else if (!existsSync(EDGE_FOLDER)) throw new Error('there is no edge to start; start without --no-build')
    const { openEdge } = await import('../src/many-machines/open-edge.ts')
    if (options !== undefined) endOnSignal((await openEdge(options, EDGE_FOLDER)).close)
  }),
)
