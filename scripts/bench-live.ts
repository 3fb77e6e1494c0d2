import { createCommand, runCommand } from '../src/cli/command.ts'
import { numberOption } from '../src/cli/options.ts'

const createBench = () =>
  createCommand(
    'npm run bench:live',
    'Measures the live channel beside a naive hub of thirty lines, in turns; all on this machine.',
  )
    .addOption(numberOption('--followers <number>', 'how many follow the talk', [10, 15_000]).default(10_000))
    .addOption(numberOption('--rounds <number>', 'how often each hub is measured', [1, 9]).default(3))
    .addOption(numberOption('--moves <number>', 'how many moves each time', [1, 200]).default(15))
    .action(async (options) => {
      const { checkMachine, runLiveBench } = await import('../src/bench/live/run-bench.ts')
      checkMachine(options.followers)
      await runLiveBench(options)
      process.exit()
    })

// The bench for many machines is loaded only with `--nats`.
const isOfMany = process.argv.includes('--nats')
await runCommand(
  isOfMany ? (await import('../src/many-machines/bench/command.ts')).createNatsBench() : createBench(),
)
