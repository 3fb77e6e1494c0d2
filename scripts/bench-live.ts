import { Option } from '@commander-js/extra-typings'
import { NATS_PARTS } from '../src/bench/live/options.ts'
import { createCommand, runCommand } from '../src/cli/command.ts'
import { listOption, wholeNumber } from '../src/cli/options.ts'

const numberOption = <F extends string>(flags: F, about: string, [least, most]: readonly [number, number]) =>
  new Option(flags, `${about}: ${least}–${most}`).argParser(wholeNumber(least, most))
/** Followers, unless told otherwise: of one hub, and of many machines. */
const USUAL = { one: 10_000, many: 15_000 }

await runCommand(
  createCommand(
    'npm run bench:live',
    'Measures the live channel beside a naive hub of thirty lines, in turns; all on this machine.',
  )
    .addOption(
      new Option(
        '--followers <number>',
        `how many follow the talk: 10–15000 (default: ${USUAL.one}, with --nats ${USUAL.many})`,
      ).argParser(wholeNumber(10, 15_000)),
    )
    .addOption(numberOption('--rounds <number>', 'how often each hub is measured', [1, 9]).default(3))
    .addOption(numberOption('--moves <number>', 'how many moves each time', [1, 200]).default(15))
    .option('--nats', 'three brokers, three edges and their faults instead')
    .addOption(listOption('--only <list>', 'what to measure with --nats', NATS_PARTS).implies({ nats: true }))
    .addOption(
      numberOption('--drive <seconds>', 'with --nats: how long two drivers write at once', [1, 3600])
        .default(60)
        .implies({ nats: true }),
    )
    .addOption(
      numberOption('--soak <seconds>', 'with --nats: how long followers come and go', [1, 86_400])
        .default(600)
        .implies({ nats: true }),
    )
    .action(async ({ nats, only: parts, followers: wanted, ...options }) => {
      const followers = wanted ?? (nats ? USUAL.many : USUAL.one)
      const { checkMachine, runLiveBench } = await import('../src/bench/live/run-bench.ts')
      checkMachine(followers)
      const run = nats ? (await import('../src/many-machines/bench/run.ts')).benchNats : runLiveBench
      await run({ ...options, followers, parts })
      process.exit()
    }),
)
