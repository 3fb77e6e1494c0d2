/** The program of an edge, bundled into `edge.mjs`. */
import { createCommand, runCommand } from '../cli/command.ts'
import { endOnSignal, fail } from '../stage/end-on-signal.ts'
import { addEdgeOptions } from './edge-options.ts'
import { openEdge } from './open-edge.ts'

const command = createCommand(
  'node edge.mjs',
  'An edge: serves the deck and the live channel to followers. No console, no notes, no one can steer from here.',
)
const readOptions = addEdgeOptions(command)

await runCommand(
  command.action(async () => {
    process.on('uncaughtException', fail)
    endOnSignal((await openEdge(readOptions(), import.meta.dirname)).close)
  }),
)
