import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createCommand } from '../src/cli/command.ts'
import { addEdgeOptions } from '../src/many-machines/edge-options.ts'
import { EDGE_PROGRAM, prepareEdge } from '../src/many-machines/prepare-edge.ts'
import { noBuildOption, roomOption } from '../src/stage/options.ts'
import { createTalkCommand, runTalkCommand } from './load-talk.ts'

const edge = createCommand('node edge.mjs', 'All other options are those of the edge itself.')
addEdgeOptions(edge)
const command = createTalkCommand(
  'npm run edge',
  'Builds an edge into dist-edge/ if something has changed, and starts it.',
)
  .addOption(roomOption())
  .addOption(noBuildOption())
  .option('--only-build', 'build and end; needs no NATS')
  .allowUnknownOption()
  .allowExcessArguments()
  .addHelpText('after', `\n${edge.helpInformation()}`)

await runTalkCommand(
  command.action(async ({ talk, room, build, onlyBuild }) => {
    if (build) await prepareEdge(talk, room)
    if (onlyBuild) return
    if (!existsSync(EDGE_PROGRAM)) throw new Error('there is no edge to start; start without --no-build')
    process.argv.splice(2, Number.POSITIVE_INFINITY, ...command.args)
    await import(pathToFileURL(EDGE_PROGRAM).href)
  }),
)
