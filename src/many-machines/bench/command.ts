import { checkMachine } from '../../bench/live/run-bench.ts'
import { createCommand } from '../../cli/command.ts'
import { listOption, numberOption } from '../../cli/options.ts'
import { benchNats, PARTS } from './run.ts'

/** The command `npm run bench:live -- --nats`. */
export const createNatsBench = () =>
  createCommand(
    'npm run bench:live',
    'Measures three brokers, three edges, two stages and their faults; all on this machine.',
  )
    .option('--nats', 'measure this, instead of one hub')
    .addOption(numberOption('--followers <number>', 'how many follow the talk', [10, 15_000]).default(15_000))
    .addOption(numberOption('--moves <number>', 'how many moves', [1, 200]).default(15))
    .addOption(listOption('--only <list>', 'what to measure', PARTS))
    .addOption(numberOption('--drive <seconds>', 'how long two drivers write at once', [1, 3600]).default(60))
    .addOption(numberOption('--soak <seconds>', 'how long followers come and go', [1, 86_400]).default(600))
    .action(async ({ only: parts, ...options }) => {
      checkMachine(options.followers)
      await benchNats({ ...options, parts })
      process.exit()
    })
