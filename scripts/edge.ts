import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { describeFailure } from '../src/cli/describe-failure.ts'
import { checkTalkIsBuilt } from '../src/cli/take-talk.ts'
import { UsageError } from '../src/cli/usage-error.ts'
import { EDGE_HELP, parseEdgeOptions } from '../src/many-machines/edge-options.ts'
import { EDGE_PROGRAM, prepareEdge } from '../src/many-machines/prepare-edge.ts'
import { parseRoom } from '../src/stage/options.ts'
import { findTalk } from './load-talk.ts'

const command = new Command('npm run edge --')
  .description('Builds an edge into dist-edge/ if something has changed, and starts it.')
  .option('--talk <name>', 'which talk, a folder of slides/ (the first in slides/index.ts)')
  .option('--room <name>', 'the stage’s room', 'main')
  .option('--no-build', 'start what was built last')
  .option('--only-build', 'build and end; needs no NATS', false)
  .allowUnknownOption()
  .allowExcessArguments()
  .addHelpText('after', `\nAll other options are the edge’s own.\n\n${EDGE_HELP}`)

try {
  const { args } = command.parse()
  const { talk, room, build, onlyBuild } = command.opts<Options>()
  checkTalkIsBuilt(talk, { build })
  // Said before a build, not after it.
  if (!onlyBuild) parseEdgeOptions(args, process.env)
  if (build) await prepareEdge(findTalk(talk), parseRoom(room))
  if (!onlyBuild) await start(args)
} catch (error) {
  console.error(await describeFailure(error))
  process.exit(error instanceof UsageError ? 2 : 1)
}

interface Options {
  readonly talk?: string
  readonly room: string
  readonly build: boolean
  readonly onlyBuild: boolean
}

async function start(args: readonly string[]): Promise<void> {
  if (!existsSync(EDGE_PROGRAM)) throw new Error('there is no edge to start; start without --no-build')
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...args)
  await import(pathToFileURL(EDGE_PROGRAM).href)
}
